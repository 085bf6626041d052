package org.yilianti.rotation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.LiabilityShares;

/**
 * A medical incident under an agreement. Immutable: each verb checks who and when, and gives the changed one.
 *
 * @param agreementVersion the version in force when it occurred
 * @param shares that version's shares of the risk
 * @param serviceRecordId the service in which it occurred; null when not said
 * @param sharedSessionId the session of a shared specialist in which it occurred; null when not said
 * @param apportionment who bears what; null until it is settled
 * @param steps its life so far, oldest first
 */
public record Incident(
        UUID id,
        UUID association,
        long version,
        UUID agreementId,
        int agreementVersion,
        LiabilityShares shares,
        IncidentParties parties,
        @Nullable UUID serviceRecordId,
        @Nullable UUID sharedSessionId,
        Instant occurredAt,
        Severity severity,
        String description,
        IncidentStatus status,
        @Nullable Apportionment apportionment,
        List<IncidentStep> steps) {

    static final String REPORTED = "reported";
    static final String SETTLED = "settled";
    static final String CLOSED = "closed";

    /** What somebody reports. */
    public record Report(
            @Nullable UUID agreementId,
            @Nullable UUID serviceRecordId,
            @Nullable UUID sharedSessionId,
            @Nullable Instant occurredAt,
            Severity severity,
            String description) {}

    static Incident reported(
            UUID association,
            UUID agreementId,
            int agreementVersion,
            LiabilityShares shares,
            IncidentParties parties,
            Instant occurredAt,
            Report report,
            String by,
            Instant now) {
        return new Incident(
                Ids.next(),
                association,
                1,
                agreementId,
                agreementVersion,
                shares,
                parties,
                report.serviceRecordId(),
                report.sharedSessionId(),
                occurredAt,
                report.severity(),
                report.description(),
                IncidentStatus.REPORTED,
                null,
                List.of(new IncidentStep(REPORTED, by, now, null)));
    }

    /** Somebody looks into it. */
    Incident reviewed(String by, Instant now, String note) {
        require(IncidentStatus.REPORTED);
        return step(IncidentStatus.UNDER_REVIEW, null, new IncidentStep("review-opened", by, now, note));
    }

    /** The damage is known and apportioned as agreed; who reported it does not settle it. */
    Incident settled(Money damage, String by, Instant now, String note) {
        require(IncidentStatus.UNDER_REVIEW);
        requireOther(REPORTED, by);
        return step(IncidentStatus.SETTLED, Apportionment.by(shares, damage), new IncidentStep(SETTLED, by, now, note));
    }

    /** Both institutions have agreed on other parts. */
    Incident overridden(Apportionment other, String by, Instant now, @Nullable String note) {
        require(IncidentStatus.SETTLED);
        return step(IncidentStatus.SETTLED, other, new IncidentStep("apportioned-by-consent", by, now, note));
    }

    /** Nothing about it changes any more; who settled it does not close it. */
    Incident closed(String by, Instant now, String note) {
        require(IncidentStatus.SETTLED);
        requireOther(SETTLED, by);
        return step(IncidentStatus.CLOSED, apportionment, new IncidentStep(CLOSED, by, now, note));
    }

    /** The damage of a settled incident. */
    Money damage() {
        require(IncidentStatus.SETTLED);
        return Objects.requireNonNull(apportionment).damage();
    }

    /** Who took a step last; null when nobody has. */
    @Nullable String actorOf(String action) {
        return steps.stream()
                .filter(step -> step.action().equals(action))
                .map(IncidentStep::actor)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void require(IncidentStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("incident.state", status.code(), expected.code());
        }
    }

    private void requireOther(String action, String by) {
        if (by.equals(actorOf(action))) {
            throw Refusal.forbidden("incident.four-eyes", by);
        }
    }

    private Incident step(IncidentStatus next, @Nullable Apportionment parts, IncidentStep taken) {
        List<IncidentStep> longer = new ArrayList<>(steps);
        longer.add(taken);
        return new Incident(
                id,
                association,
                version + 1,
                agreementId,
                agreementVersion,
                shares,
                parties,
                serviceRecordId,
                sharedSessionId,
                occurredAt,
                severity,
                description,
                next,
                parts,
                List.copyOf(longer));
    }
}
