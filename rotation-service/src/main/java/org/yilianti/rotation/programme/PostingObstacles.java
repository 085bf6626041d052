package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.practice.Activity;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.practice.PracticeVerdict;
import org.yilianti.rotation.programme.ProgrammeTerms.Place;

/**
 * The index of what keeps one person from a posting: the first that applies is told.
 *
 * @param completed titles of courses that the person has completed before the days in question
 * @param leave granted days
 * @param postings of the person that stand, over all programmes
 */
record PostingObstacles(
        PracticeFacts facts,
        Set<String> completed,
        List<DatePeriod> leave,
        List<RotationPosting> postings,
        int restMonths,
        int longLeaveDays) {

    private interface Obstacle {
        @Nullable String to(PostingObstacles of, Place place, DatePeriod days);
    }

    private static final List<Obstacle> ALL = List.of(
            PostingObstacles::prerequisites,
            PostingObstacles::atHome,
            PostingObstacles::unlawful,
            PostingObstacles::postedAlready,
            PostingObstacles::longLeave);

    /** The code of the first obstacle; null when there is none. */
    @Nullable String to(Place place, DatePeriod days) {
        return ALL.stream()
                .flatMap(one -> Stream.ofNullable(one.to(this, place, days)))
                .findFirst()
                .orElse(null);
    }

    /** The same, this posting itself left aside. */
    PostingObstacles beside(RotationPosting posting) {
        return new PostingObstacles(
                facts,
                completed,
                leave,
                postings.stream()
                        .filter(other -> !other.id().equals(posting.id()))
                        .toList(),
                restMonths,
                longLeaveDays);
    }

    /** Months of postings that bound, ended or not. */
    int monthsAway() {
        return postings.stream()
                .filter(RotationPosting::effective)
                .mapToInt(one -> (int) ChronoUnit.MONTHS.between(
                        one.days().from(), Objects.requireNonNull(one.days().to())))
                .sum();
    }

    private @Nullable String prerequisites(Place place, DatePeriod days) {
        return facts.member() == null ? "unknown-member" : place.lacking(facts.member(), completed);
    }

    private @Nullable String atHome(Place place, DatePeriod days) {
        return facts.appointedAt(place.institutionId()).stream().anyMatch(days::overlaps) ? "at-home" : null;
    }

    private @Nullable String unlawful(Place place, DatePeriod days) {
        var question = new PracticeQuestion(
                Objects.requireNonNull(facts.member()).id(),
                place.institutionId(),
                Activity.of(place.specialty()),
                days,
                0);
        return LawfulPractice.decideForPerson(question, facts)
                .refusals()
                .findFirst()
                .map(PracticeVerdict::code)
                .orElse(null);
    }

    private @Nullable String postedAlready(Place place, DatePeriod days) {
        for (RotationPosting other : postings) {
            if (other.days().overlaps(days)) {
                return "posted-already";
            }
            DatePeriod rested = new DatePeriod(
                    other.days().from().minusMonths(restMonths),
                    Objects.requireNonNull(other.days().to()).plusMonths(restMonths));
            if (rested.overlaps(days)) {
                return "rest-after-posting";
            }
        }
        return null;
    }

    private @Nullable String longLeave(Place place, DatePeriod days) {
        return leave.stream().filter(days::overlaps).anyMatch(one -> daysOf(one, days) > longLeaveDays)
                ? "leave"
                : null;
    }

    private static long daysOf(DatePeriod leave, DatePeriod days) {
        LocalDate from = leave.from().isAfter(days.from()) ? leave.from() : days.from();
        LocalDate leaveEnd = Objects.requireNonNull(leave.to());
        LocalDate end = Objects.requireNonNull(days.to());
        return ChronoUnit.DAYS.between(from, leaveEnd.isBefore(end) ? leaveEnd : end);
    }
}
