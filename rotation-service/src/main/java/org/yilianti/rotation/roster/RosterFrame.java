package org.yilianti.rotation.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.demand.DemandedRules;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.TravelTime;

/**
 * What is the same for all people whose duties are judged together.
 *
 * @param horizon whole weeks around the days in question, and whole months where months are limited
 * @param limits of the person
 * @param demanded what the shifts of these days ask
 */
record RosterFrame(
        Horizon horizon,
        RosterPolicy policy,
        PersonLimits limits,
        DemandedRules demanded,
        List<Institution> institutions) {

    /** How far around a change duties matter: longer than any run of days that is allowed. */
    private static final int AROUND = 14;

    /** Whole weeks from two before {@code first} to two after {@code last}. */
    static Horizon weeksAround(LocalDate first, LocalDate last) {
        LocalDate from = first.minusDays(AROUND).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate to = last.plusDays(AROUND).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new Horizon(from, Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1);
    }

    /** Whole weeks around the months that the dates lie in, and around the dates. */
    static Horizon monthsAround(LocalDate first, LocalDate last) {
        LocalDate monthStart = first.withDayOfMonth(1).plusDays(AROUND);
        LocalDate monthEnd = last.with(TemporalAdjusters.lastDayOfMonth()).minusDays(AROUND);
        return weeksAround(monthStart.isBefore(first) ? monthStart : first, monthEnd.isAfter(last) ? monthEnd : last);
    }

    static DatePeriod days(Horizon horizon) {
        return new DatePeriod(horizon.start(), horizon.date(horizon.days()));
    }

    List<String> sites() {
        return institutions.stream().map(site -> site.id().toString()).toList();
    }

    List<TravelTime> travelTimes() {
        return TravelTimes.between(institutions, policy.travelKilometresPerHour());
    }
}
