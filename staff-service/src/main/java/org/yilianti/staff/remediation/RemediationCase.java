package org.yilianti.staff.remediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/**
 * Somebody's way to a qualification that the post needs.
 *
 * @param deadline last day of the remediation
 * @param outcome whether it was met; null until found
 * @param decision what follows when it was not; null until decided
 * @param closing why it ended without either; null otherwise
 */
public record RemediationCase(
        UUID id,
        UUID association,
        long version,
        MemberId member,
        InstitutionRef institution,
        UUID appointment,
        Gap gap,
        boolean detected,
        LocalDate deadline,
        State state,
        Step opened,
        @Nullable Step outcome,
        @Nullable Decision decision,
        @Nullable Step closing) {

    /** How far it has come. */
    public enum State implements Coded {
        OPEN,
        MET,
        NOT_MET,
        DECIDED,
        CLOSED,
        ANNULLED
    }

    /** What follows when the qualification is not there in time. */
    public enum Consequence implements Coded {
        TRANSFER,
        CONTRACT_END
    }

    /**
     * What is lacking.
     *
     * @param required licence kinds with commas between, a title, or words
     */
    public record Gap(GapKind kind, String required) {}

    /** Who did something when, with what note. */
    public record Step(Instant at, String by, @Nullable String note) {}

    /** What was decided for which day, by whom. */
    public record Decision(Consequence consequence, LocalDate effectiveOn, Step by) {}

    /** In which post of whom something is lacking. */
    record Holder(UUID association, MemberId member, InstitutionRef institution, UUID appointment) {}

    static RemediationCase opened(Holder holder, Gap gap, boolean detected, LocalDate deadline, Step by) {
        return new RemediationCase(
                Ids.next(),
                holder.association(),
                1,
                holder.member(),
                holder.institution(),
                holder.appointment(),
                gap,
                detected,
                deadline,
                State.OPEN,
                by,
                null,
                null,
                null);
    }

    /** The qualification is there; refuses (409) while anything of it is missing. */
    RemediationCase met(boolean qualified, List<RemediationTask> tasks, Step by) {
        requireState(State.OPEN);
        long missing = tasks.stream().filter(task -> task.passedOn() == null).count();
        if (!qualified || missing > 0) {
            throw Refusal.conflict("remediation.still-lacking", gap.required(), missing);
        }
        return next(State.MET, by, null, null);
    }

    /** The time is over; refuses (409) before the deadline is. */
    RemediationCase notMet(LocalDate today, Step by) {
        requireState(State.OPEN);
        if (!today.isAfter(deadline)) {
            throw Refusal.conflict("remediation.before-deadline", deadline);
        }
        return next(State.NOT_MET, by, null, null);
    }

    /** What follows; refuses (403) who found that it was not met, or opened the case. */
    RemediationCase decided(Decision what) {
        requireState(State.NOT_MET);
        requireOther(what.by());
        return next(State.DECIDED, outcome, what, null);
    }

    /** What was decided no longer stands; refuses (409) once its day has come, (403) as {@link #decided}. */
    RemediationCase undecided(LocalDate today, Step by) {
        requireState(State.DECIDED);
        requireOther(by);
        if (decision != null && !decision.effectiveOn().isAfter(today)) {
            throw Refusal.conflict("remediation.took-effect", decision.effectiveOn());
        }
        return next(State.NOT_MET, outcome, null, null);
    }

    private void requireOther(Step by) {
        boolean own =
                opened.by().equals(by.by()) || (outcome != null && outcome.by().equals(by.by()));
        if (own) {
            throw Refusal.forbidden("remediation.own-case");
        }
    }

    /** The holder has left the post. */
    RemediationCase closed(Step why) {
        return next(State.CLOSED, outcome, decision, why);
    }

    /** It was opened by mistake. */
    RemediationCase annulled(Step why) {
        requireState(State.OPEN, State.NOT_MET);
        return next(State.ANNULLED, outcome, null, why);
    }

    void requireState(State... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw Refusal.conflict("remediation.state", id, state.code());
        }
    }

    /** Something is to be done and its day is over. */
    public boolean overdue(LocalDate today) {
        return state == State.NOT_MET || (state == State.OPEN && today.isAfter(deadline));
    }

    private RemediationCase next(State then, @Nullable Step how, @Nullable Decision what, @Nullable Step why) {
        return new RemediationCase(
                id,
                association,
                version + 1,
                member,
                institution,
                appointment,
                gap,
                detected,
                deadline,
                then,
                opened,
                how,
                what,
                why);
    }

    /** The public state after a change, for {@code staff.remediation-cases}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.remediation-cases",
                "staff.remediation-case-changed.v1",
                association,
                id,
                version,
                RemediationChanged.of(this));
    }
}
