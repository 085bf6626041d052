package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.util.Optional;
import org.yilianti.staff.entry.Entry;

/** The cells of an enrolment that a file shows and does not change. */
public final class EnrolmentCells {

    private EnrolmentCells() {}

    /** How much was attended; empty before there is a result. */
    public static String attended(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.result())
                .map(result -> Integer.toString(result.attendedPercent()))
                .orElse("");
    }

    /** Whether a row says any of it. */
    static boolean said(Entry entry) {
        return !entry.key("state").isEmpty() || !entry.key("attendedPercent").isEmpty();
    }

    /** Whether a row, with this priority, says something else than is known; a blank cell says nothing. */
    static boolean differs(Entry entry, int priority, Enrolment known) {
        String state = entry.key("state");
        BigDecimal attended = entry.optionalNumber("attendedPercent", "0", "100", 0);
        return priority != known.priority()
                || (!state.isEmpty() && !state.equals(known.state().code()))
                || (attended != null && !Integer.toString(attended.intValue()).equals(attended(known)));
    }
}
