package org.yilianti.rotation.leave.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.leave.LeaveKind;

/** Days away that somebody asks for or reports; {@code to} is exclusive. */
record LeaveOrder(
        @NotNull UUID memberId,
        @NotNull LeaveKind kind,
        @NotNull @InEra LocalDate from,
        @NotNull @InEra LocalDate to) {

    /** The days; refuses (422) a period that is inverted or longer than a year. */
    DatePeriod days() {
        if (!to.isAfter(from)) {
            throw Refusal.invalid("period.inverted", from, to).at("/to");
        }
        if (to.isAfter(from.plusYears(1))) {
            throw Refusal.invalid("leave.too-long", from, to).at("/to");
        }
        return new DatePeriod(from, to);
    }
}
