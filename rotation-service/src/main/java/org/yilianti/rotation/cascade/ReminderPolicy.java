package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long before an end those concerned are reminded; effective-dated. Without any days nobody is.
 *
 * @param termDays days before the term of an agreement is over
 * @param insuranceDays days before its insurance runs out within the term
 */
public record ReminderPolicy(List<Integer> termDays, List<Integer> insuranceDays) {

    private static final int YEAR = 366;

    /** A quarter of a year to apply for renewal, a month to insure anew, and once more when little time is left (G). */
    static ReminderPolicy standard() {
        return new ReminderPolicy(List.of(90, 30), List.of(30, 7));
    }

    /** @throws IllegalArgumentException when a number of days is below 1 or above 366 */
    public ReminderPolicy {
        termDays = List.copyOf(termDays);
        insuranceDays = List.copyOf(insuranceDays);
        if (Stream.concat(termDays.stream(), insuranceDays.stream()).anyMatch(days -> days < 1 || days > YEAR)) {
            throw new IllegalArgumentException("reminders are sent 1 to " + YEAR + " days before the end");
        }
    }

    /** The reminder that should have been sent by {@code today}: of several the one nearest to the end. */
    Optional<Reminder> due(Ending ending, LocalDate today) {
        return leads(ending)
                .filter(lead -> !day(ending, lead).isAfter(today))
                .min(Integer::compareTo)
                .map(lead -> new Reminder(ending, lead));
    }

    /** The days after {@code today} on which reminders are to be sent. */
    Stream<LocalDate> days(Ending ending, LocalDate today) {
        return leads(ending).map(lead -> day(ending, lead)).filter(day -> day.isAfter(today));
    }

    /** Nobody is reminded of an end before the agreement has begun. */
    private Stream<Integer> leads(Ending ending) {
        LocalDate first = ending.agreement().terms().term().from();
        return (ending.kind().equals(Ending.TERM) ? termDays : insuranceDays)
                .stream().filter(lead -> !day(ending, lead).isBefore(first));
    }

    private static LocalDate day(Ending ending, int lead) {
        return ending.on().minusDays(lead);
    }
}
