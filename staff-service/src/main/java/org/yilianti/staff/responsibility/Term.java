package org.yilianti.staff.responsibility;

import java.time.LocalDate;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

/** Ends periods. */
final class Term {

    private Term() {}

    /** Refuses (422) an end that is not after the first day, or not before the end that is known. */
    static DatePeriod endedAt(DatePeriod valid, LocalDate end) {
        LocalDate known = valid.to();
        if (!end.isAfter(valid.from())) {
            throw Refusal.invalid("period-inverted", valid.from(), end).at("/validTo");
        }
        if (known != null && !end.isBefore(known)) {
            throw Refusal.invalid("ends-already", known).at("/validTo");
        }
        return valid.endedAt(end);
    }
}
