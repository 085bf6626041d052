package org.yilianti.rotation.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Other parts of a damage than the agreement's, which one institution proposes and the other consents to. Immutable.
 *
 * @param parts of the incident's damage, with this override's id
 * @param proposedFor the institution that proposes
 * @param decidedBy null while it is open
 */
public record ShareOverride(
        UUID id,
        UUID incidentId,
        long version,
        Apportionment parts,
        String reason,
        State state,
        UUID proposedFor,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote) {

    /** How far the proposal has come. */
    public enum State {
        PROPOSED,
        CONSENTED,
        REFUSED,
        WITHDRAWN;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parts that somebody proposes, in fen. */
    public record Parts(long homeFen, long hostFen, long memberFen) {

        /** @throws ArithmeticException when the sum leaves the range of {@code long} */
        long sum() {
            return Math.addExact(Math.addExact(homeFen, hostFen), memberFen);
        }
    }

    /** Refuses (422) parts that do not sum to the damage. */
    static ShareOverride proposed(
            Incident incident, Parts parts, String reason, UUID proposedFor, String by, Instant now) {
        long damage = incident.damage().fen();
        if (parts.sum() != damage) {
            throw Refusal.invalid("incident.parts-sum", parts.sum(), damage).at("/parts");
        }
        UUID id = Ids.next();
        return new ShareOverride(
                id,
                incident.id(),
                1,
                IncidentRows.apportionment(damage, parts.homeFen(), parts.hostFen(), parts.memberFen(), id),
                reason,
                State.PROPOSED,
                proposedFor,
                by,
                now,
                null,
                null,
                null);
    }

    /** Consent or refusal of the other institution, by another person. */
    ShareOverride decided(State next, String by, Instant now, @Nullable String note) {
        if (by.equals(proposedBy)) {
            throw Refusal.forbidden("incident.override-four-eyes", by);
        }
        return settled(next, by, now, note);
    }

    /** The proposing institution takes it back. */
    ShareOverride withdrawn(String by, Instant now, String note) {
        return settled(State.WITHDRAWN, by, now, note);
    }

    private ShareOverride settled(State next, String by, Instant now, @Nullable String note) {
        if (state != State.PROPOSED) {
            throw Refusal.conflict("incident.override-settled", state.code());
        }
        return new ShareOverride(
                id, incidentId, version + 1, parts, reason, next, proposedFor, proposedBy, proposedAt, by, now, note);
    }
}
