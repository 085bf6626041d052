package org.yilianti.rotation.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;

/**
 * Days in a row on which no decision about a person changes: every fact holds from a day to a day, and so does the policy, so one question
 * about the first day of a stretch answers for all of it.
 */
final class Stretches {

    private Stretches() {}

    /** The stretches from one day to the day before another, in their order and without a gap between them. */
    static List<DatePeriod> of(PracticeFacts facts, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        turns.add(from);
        Stream.concat(
                        periods(facts).flatMap(Stretches::ends),
                        facts.licences().stream().flatMap(Licence::turns))
                .filter(day -> day.isAfter(from) && day.isBefore(to))
                .forEach(turns::add);
        PracticePolicy before = facts.policies().on(from);
        for (LocalDate day = from.plusDays(1); day.isBefore(to); day = day.plusDays(1)) {
            PracticePolicy policy = facts.policies().on(day);
            if (!policy.equals(before)) {
                turns.add(day);
            }
            before = policy;
        }
        return between(turns, to);
    }

    private static Stream<DatePeriod> periods(PracticeFacts facts) {
        return Stream.of(
                        facts.appointments().stream().map(Appointment::period),
                        facts.postings().stream().map(PostedDays::days),
                        facts.agreements().stream().flatMap(agreement -> agreement.practisable().stream()))
                .flatMap(one -> one);
    }

    private static Stream<LocalDate> ends(DatePeriod period) {
        LocalDate to = period.to();
        return to == null ? Stream.of(period.from()) : Stream.of(period.from(), to);
    }

    private static List<DatePeriod> between(NavigableSet<LocalDate> turns, LocalDate to) {
        List<DatePeriod> stretches = new ArrayList<>();
        for (LocalDate turn : turns) {
            LocalDate next = turns.higher(turn);
            stretches.add(new DatePeriod(turn, next == null ? to : next));
        }
        return stretches;
    }
}
