package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.training.SelectionRules.Point;
import org.yilianti.staff.training.SelectionRules.Ranked;

/**
 * Somebody's way through a session.
 *
 * @param institution of the main appointment: bears the cost
 * @param priority how much it recommends them, 0 to 10
 * @param standing place in the selection; null without one
 * @param result null until recorded
 */
public record Enrolment(
        UUID id,
        UUID association,
        long version,
        UUID session,
        MemberId member,
        InstitutionRef institution,
        int priority,
        State state,
        @Nullable Standing standing,
        Money cost,
        int costYear,
        @Nullable Result result,
        Instant appliedAt,
        String appliedBy) {

    /** How far somebody has come. */
    public enum State implements Coded {
        APPLIED,
        ENROLLED,
        WAITING,
        WITHDRAWN,
        CANCELLED,
        PASSED,
        FAILED;

        boolean left() {
            return this == WITHDRAWN || this == CANCELLED;
        }
    }

    /**
     * The place in a selection.
     *
     * @param points how the score came about
     * @param note {@code over-budget} for whoever waits in spite of the rank; else null
     */
    public record Standing(
            int rank,
            BigDecimal score,
            List<Point> points,
            @Nullable String note) {

        static Standing of(int rank, Ranked ranked, @Nullable String note) {
            return new Standing(rank, ranked.score(), ranked.points(), note);
        }
    }

    /** How it went. */
    public record Result(int attendedPercent, @Nullable String note, Instant at, String by) {}

    static Enrolment applied(
            Session session,
            MemberId member,
            InstitutionRef institution,
            int priority,
            State state,
            Instant at,
            String by) {
        return new Enrolment(
                Ids.next(),
                session.association(),
                1,
                session.id(),
                member,
                institution,
                priority,
                state,
                null,
                session.details().cost(),
                session.details().startsOn().getYear(),
                null,
                at,
                by);
    }

    /** Has a place now, or waits for one. */
    Enrolment placed(State outcome, @Nullable Standing place) {
        return next(outcome, place, null);
    }

    /** Whether the place costs what the session says now. */
    boolean pricedAs(Session session) {
        return cost.equals(session.details().cost())
                && costYear == session.details().startsOn().getYear();
    }

    /** The place costs what the session says now. */
    Enrolment priced(Session session) {
        return next(
                state,
                standing,
                result,
                session.details().cost(),
                session.details().startsOn().getYear());
    }

    /** Neither withdrawn nor called off. */
    public boolean takesPart() {
        return !state.left();
    }

    /** Gives up; refuses (409) whoever has left or has a result. */
    Enrolment withdrawn() {
        requireState(State.APPLIED, State.ENROLLED, State.WAITING);
        return next(State.WITHDRAWN, standing, null);
    }

    /** The session does not take place. */
    Enrolment cancelled() {
        return next(State.CANCELLED, standing, null);
    }

    /** Has passed or failed; refuses (409) whoever has no place or has a result already. */
    Enrolment ended(boolean passed, Result how) {
        requireState(State.ENROLLED);
        return next(passed ? State.PASSED : State.FAILED, standing, how);
    }

    /** As if no result had been recorded; refuses (409) where there is none. */
    Enrolment reopened() {
        requireState(State.PASSED, State.FAILED);
        return next(State.ENROLLED, standing, null);
    }

    /** What the audit trail keeps of it. */
    AuditRecord trace(Editor editor, String action) {
        return editor.did(action, "training-enrolment", id, institution.code(), this);
    }

    private void requireState(State... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw Refusal.conflict("enrolment.state", id, state.code());
        }
    }

    private Enrolment next(State then, @Nullable Standing place, @Nullable Result how) {
        return next(then, place, how, cost, costYear);
    }

    private Enrolment next(State then, @Nullable Standing place, @Nullable Result how, Money price, int priceYear) {
        return new Enrolment(
                id,
                association,
                version + 1,
                session,
                member,
                institution,
                priority,
                then,
                place,
                price,
                priceYear,
                how,
                appliedAt,
                appliedBy);
    }
}
