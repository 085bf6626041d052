package org.yilianti.staff.member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.staff.entry.Fault;

/**
 * Nobody works more than the limit on any day, all appointments together.
 *
 * @param maxPercent of full time
 */
record WorkingTimeLimit(int maxPercent) implements AppointmentPolicy {

    /** The sum can only rise where an appointment begins, so those days are enough. */
    @Override
    public Optional<Fault> objection(AppointmentDetails wanted, List<AppointmentDetails> others) {
        return Stream.concat(Stream.of(wanted), others.stream())
                .map(appointment -> appointment.valid().from())
                .filter(wanted.valid()::contains)
                .filter(day -> percent(wanted, others, day) > maxPercent)
                .min(LocalDate::compareTo)
                .map(day -> new Fault(
                        "fte",
                        "fte-exceeded",
                        List.of(
                                day,
                                BigDecimal.valueOf(percent(wanted, others, day), 2),
                                BigDecimal.valueOf(maxPercent, 2))));
    }

    private static int percent(AppointmentDetails wanted, List<AppointmentDetails> others, LocalDate day) {
        return wanted.ftePercent()
                + others.stream()
                        .filter(other -> other.valid().contains(day))
                        .mapToInt(AppointmentDetails::ftePercent)
                        .sum();
    }
}
