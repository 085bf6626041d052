package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.service.ServiceKind;

/** Which week and which hours count against a cap, and what there is no room for (M3, M10). */
class CappedWeekTests {

    private static final UUID HOST = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = at(MONDAY.plusDays(2), 12);
    private static final HoursCap TWELVE =
            new HoursCap(HoursCap.OWN, Set.of(HOST), new DatePeriod(MONDAY, MONDAY.plusDays(60)), week -> 720);

    @Test
    void minutesBeyondCapAndToleranceSuspendFromTheNextDayToTheEndOfTheWeek() {
        MemberHours within = hours(served(MONDAY, 8, 720), served(MONDAY.plusDays(1), 8, 60));
        assertThat(only(within).exceeded(60)).isEmpty();
        MemberHours beyond = hours(served(MONDAY, 8, 720), served(MONDAY.plusDays(1), 8, 61));
        ExceededWeek week = only(beyond).exceeded(60).orElseThrow();
        assertThat(week).isEqualTo(new ExceededWeek(HoursCap.OWN, MONDAY, MONDAY.plusDays(1), 781, 720));
        assertThat(week.cause().map(Cause::days))
                .containsExactly(new DatePeriod(MONDAY.plusDays(2), MONDAY.plusDays(7)));
    }

    @Test
    void aCapCrossedOnSundayLeavesNoDayToSuspend() {
        ExceededWeek week =
                only(hours(served(MONDAY.plusDays(6), 0, 1_000))).exceeded(60).orElseThrow();
        assertThat(week.cause()).isEmpty();
    }

    @Test
    void aNightFromSundayToMondayBelongsToTheWeekInWhichItBegins() {
        MemberHours nights = hours(served(MONDAY.plusDays(6), 20, 720), served(MONDAY.plusDays(7), 20, 300));
        assertThat(nights.weeks(TWELVE))
                .extracting(CappedWeek::monday, CappedWeek::servedMinutes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MONDAY, 720),
                        org.assertj.core.groups.Tuple.tuple(MONDAY.plusDays(7), 300));
    }

    @Test
    void hoursElsewhereAndOutsideTheTermDoNotCount() {
        var elsewhere = new ServiceContent(
                MEMBER, UUID.randomUUID(), null, ServiceKind.CLINIC, at(MONDAY, 8), at(MONDAY, 20), null);
        MemberHours hours = hours(elsewhere, served(MONDAY.minusDays(1), 8, 720));
        assertThat(hours.weeks(TWELVE)).isEmpty();
    }

    @Test
    void dutiesThatNoLongerFitAreBeyondAndThoseThatStillFitAreKept() {
        Duty long1 = duty(MONDAY.plusDays(3), 6);
        Duty short1 = duty(MONDAY.plusDays(4), 2);
        MemberHours hours = new MemberHours(List.of(served(MONDAY, 8, 600)), List.of(short1, long1));
        assertThat(only(hours).beyond(60, NOW)).containsExactly(long1);
        assertThat(only(hours).awaitedMinutes()).isEqualTo(480);
    }

    @Test
    void aDutyThatHasBegunIsNotTakenBackAndAReportedOneIsNotCountedTwice() {
        Duty begun = duty(MONDAY.plusDays(2), 6);
        Duty reported = duty(MONDAY, 6);
        Duty ahead = duty(MONDAY.plusDays(5), 6);
        MemberHours hours =
                new MemberHours(List.of(served(MONDAY, 8, 360, reported.id())), List.of(reported, begun, ahead));
        assertThat(only(hours).awaited()).containsExactly(begun, ahead);
        assertThat(only(hours).beyond(0, NOW)).containsExactly(ahead);
        MemberHours many = new MemberHours(List.of(served(MONDAY, 8, 900)), List.of(begun));
        assertThat(only(many).beyond(0, NOW)).isEmpty();
    }

    private static CappedWeek only(MemberHours hours) {
        List<CappedWeek> weeks = hours.weeks(TWELVE);
        assertThat(weeks).hasSize(1);
        return weeks.getFirst();
    }

    private static MemberHours hours(ServiceContent... served) {
        return new MemberHours(Stream.of(served).toList(), List.of());
    }

    private static ServiceContent served(LocalDate day, int hour, int minutes) {
        return served(day, hour, minutes, null);
    }

    private static ServiceContent served(LocalDate day, int hour, int minutes, @Nullable UUID duty) {
        Instant start = at(day, hour);
        return new ServiceContent(
                MEMBER, HOST, duty, ServiceKind.CLINIC, start, start.plus(Duration.ofMinutes(minutes)), null);
    }

    private static Duty duty(LocalDate day, int hours) {
        return new Duty(
                Ids.next(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                HOST,
                MEMBER,
                day,
                "DAY",
                null,
                null,
                at(day, 8),
                at(day, 8 + hours),
                false,
                DutyStatus.ASSIGNED,
                null,
                1);
    }

    private static Instant at(LocalDate day, int hour) {
        return AssociationZone.startOf(day).plus(Duration.ofHours(hour));
    }
}
