package org.yilianti.rotation.service;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.practice.Activity;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeQuestion;

/** The index of all that may be wrong with a service that is kept, in the order in which it is told. */
final class FlagRules {

    private static final List<FlagRule> RULES = List.of(
            FlagRules::unlawful, FlagRules::overlap, FlagRules::dayTooLong, FlagRules::inFuture, FlagRules::late);

    private FlagRules() {}

    static List<RecordFlag> flags(FlagCase one) {
        return RULES.stream().flatMap(rule -> rule.flags(one)).toList();
    }

    /** Judged on the day the service began, with the hours of that week at the site: one flag for each refusal. */
    private static Stream<RecordFlag> unlawful(FlagCase one) {
        LocalDate day = AssociationZone.dayOf(one.content().startedAt());
        var question = new PracticeQuestion(
                one.content().memberId(),
                one.content().institutionId(),
                Activity.of(one.activity()),
                new DatePeriod(day, day.plusDays(1)),
                Math.max(0, weekMinutes(one, day) - one.settings().weeklyToleranceMinutes()));
        return LawfulPractice.decide(question, one.person())
                .refusals()
                .map(verdict -> RecordFlag.blocking(RecordFlag.UNLAWFUL, verdict.code()));
    }

    private static int weekMinutes(FlagCase one, LocalDate day) {
        LocalDate monday = AssociationZone.mondayOf(day);
        return one.content().minutes()
                + one.others().stream()
                        .map(ServiceRecord::content)
                        .filter(other ->
                                other.institutionId().equals(one.content().institutionId()))
                        .filter(other -> AssociationZone.mondayOf(AssociationZone.dayOf(other.startedAt()))
                                .equals(monday))
                        .mapToInt(ServiceContent::minutes)
                        .sum();
    }

    private static Stream<RecordFlag> overlap(FlagCase one) {
        return one.others().stream()
                .filter(other -> other.content().overlaps(one.content()))
                .map(other -> RecordFlag.blocking("overlap", other.sourceId()));
    }

    private static Stream<RecordFlag> dayTooLong(FlagCase one) {
        int longest = one.settings().longestDayMinutes();
        return one.content().minutesByDay().entrySet().stream()
                .filter(day -> dayMinutes(one, day.getKey()) > longest)
                .map(day -> RecordFlag.blocking("day-too-long", day.getKey(), dayMinutes(one, day.getKey()), longest));
    }

    private static int dayMinutes(FlagCase one, LocalDate day) {
        return Stream.concat(Stream.of(one.content()), one.others().stream().map(ServiceRecord::content))
                .mapToInt(content -> content.minutesByDay().getOrDefault(day, 0))
                .sum();
    }

    /** Nobody has served what is yet to come; a site's clock may be a little ahead. */
    private static Stream<RecordFlag> inFuture(FlagCase one) {
        return one.content().endedAt().isAfter(one.now().plus(one.settings().clockTolerance()))
                ? Stream.of(RecordFlag.blocking("in-future", one.content().endedAt(), one.now()))
                : Stream.empty();
    }

    /** A remark only: the host's confirmation covers it. */
    private static Stream<RecordFlag> late(FlagCase one) {
        return one.content().endedAt().isBefore(one.now().minus(one.settings().lateAfter()))
                ? Stream.of(RecordFlag.remark("late", one.settings().lateAfterDays()))
                : Stream.empty();
    }
}
