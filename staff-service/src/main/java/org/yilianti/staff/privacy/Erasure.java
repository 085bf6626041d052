package org.yilianti.staff.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.MemberId;

/**
 * The case of personal data to be erased.
 *
 * @param keptUntil day on which the sealed identity goes as well; null when nothing is kept
 * @param decided null while nobody has decided
 */
public record Erasure(
        UUID id,
        UUID association,
        long version,
        MemberId member,
        State state,
        Step proposed,
        @Nullable Step decided,
        @Nullable LocalDate keptUntil) {

    /** How far it is. */
    public enum State implements Coded {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /** Who did something when, and why. */
    public record Step(Instant at, String by, @Nullable String reason) {}

    static Erasure proposed(UUID association, MemberId member, Step step) {
        return new Erasure(Ids.next(), association, 1, member, State.PROPOSED, step, null, null);
    }

    /** Decided by somebody else; refuses (409) a second decision, (403) the proposer's own. */
    Erasure decided(State outcome, Step by, @Nullable LocalDate identityKeptUntil) {
        if (state != State.PROPOSED) {
            throw Refusal.conflict("erasure.decided", state.code());
        }
        if (by.by().equals(proposed.by())) {
            throw Refusal.forbidden("erasure.same-person", by.by());
        }
        return new Erasure(id, association, version + 1, member, outcome, proposed, by, identityKeptUntil);
    }
}
