package org.yilianti.rotation.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands on its way.
 *
 * @param levels bound at submission
 * @param level index of the one whose turn it is; as many as there are when all have decided
 * @param escalated whether administrators of the association may decide in the office's place
 * @param asked whether a question waits for its answer
 * @param remindOn when the office is reminded; null when it has been
 */
public record Progress(
        List<Level> levels,
        int level,
        boolean escalated,
        boolean asked,
        @Nullable LocalDate remindOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate expireOn) {

    /** The day on which nothing happens any more. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** Before submission: nobody's turn. */
    static Progress none() {
        return new Progress(List.of(), 0, false, false, null, null, null);
    }

    /** The turn of level {@code next}, which begins today. */
    static Progress turn(WorkflowPolicy policy, List<Level> levels, int next, LocalDate today) {
        if (next >= levels.size()) {
            return new Progress(levels, next, false, false, null, null, null);
        }
        return new Progress(
                levels,
                next,
                false,
                false,
                policy.after(
                        today,
                        Math.min(policy.remindWorkingDays(), levels.get(next).dueWorkingDays())),
                policy.after(today, levels.get(next).dueWorkingDays()),
                policy.after(today, policy.expireWorkingDays()));
    }

    Level current() {
        return levels.get(level);
    }

    /** Whether the present level is the last that its state needs. */
    boolean completesState() {
        return level + 1 >= levels.size()
                || levels.get(level + 1).reaches() != current().reaches();
    }

    /** Nothing is waited for any more. */
    Progress closed() {
        return new Progress(levels, level, escalated, false, null, null, null);
    }

    Progress reminded() {
        return new Progress(levels, level, escalated, asked, null, dueOn, expireOn);
    }

    Progress raised() {
        return new Progress(levels, level, true, asked, null, null, expireOn);
    }

    /** The office waits for the applicant; only expiry goes on. */
    Progress waiting() {
        return new Progress(levels, level, escalated, true, null, null, expireOn);
    }

    /** The office's time begins anew with the answer. */
    Progress answered(WorkflowPolicy policy, LocalDate today) {
        Progress anew = turn(policy, levels, level, today);
        return new Progress(
                levels, level, escalated, false, anew.remindOn, escalated ? null : anew.dueOn, anew.expireOn);
    }

    /** The next day on which time alone acts. */
    LocalDate turnOn() {
        return Stream.of(remindOn, dueOn, expireOn)
                .<LocalDate>mapMulti((day, kept) -> {
                    if (day != null) {
                        kept.accept(day);
                    }
                })
                .min(LocalDate::compareTo)
                .orElse(NEVER);
    }
}
