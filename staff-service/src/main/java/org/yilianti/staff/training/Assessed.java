package org.yilianti.staff.training;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.training.Enrolment.Result;
import org.yilianti.staff.training.Enrolment.State;

/**
 * What is told of how somebody's session went.
 *
 * @param attendedPercent 0 to 100
 */
record Assessed(
        int attendedPercent,
        TrainingResult assessment,
        @Nullable String note) {

    static Assessed read(Entry entry) {
        return new Assessed(
                entry.number("attendedPercent", "0", "100", 0).intValue(),
                entry.choice("assessment", TrainingResult.class),
                entry.optionalText("note", 500));
    }

    /** Whether a row tells of nothing yet. */
    static boolean blank(Entry entry) {
        return entry.key("attendedPercent").isEmpty()
                && entry.key("assessment").isEmpty()
                && entry.key("note").isEmpty();
    }

    /** Passing takes the assessment and enough attendance. */
    Enrolment of(Enrolment enrolment, CreditNeeds needs, Instant at, String by) {
        return enrolment.ended(passes(needs), new Result(attendedPercent, note, at, by));
    }

    /** Whether the result that is known says the same. */
    boolean saysAs(Enrolment known, CreditNeeds needs) {
        State state = passes(needs) ? State.PASSED : State.FAILED;
        return known.state() == state
                && Optional.ofNullable(known.result())
                        .filter(result ->
                                result.attendedPercent() == attendedPercent && Objects.equals(result.note(), note))
                        .isPresent();
    }

    private boolean passes(CreditNeeds needs) {
        return assessment == TrainingResult.PASSED && attendedPercent >= needs.passAttendance();
    }
}
