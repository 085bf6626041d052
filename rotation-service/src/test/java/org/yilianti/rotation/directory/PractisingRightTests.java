package org.yilianti.rotation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.PractisingRight.InterruptedDays;

/** What a member's licences together permit, and why not (M1, R4). */
class PractisingRightTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final DatePeriod TERM = new DatePeriod(FIRST, FIRST.plusDays(100));

    @Test
    void whoHasNoLicenceIsNotInterrupted() {
        assertThat(new PractisingRight(List.of()).interruptions(TERM)).isEmpty();
    }

    @Test
    void aSuspensionThatARevocationFollowsIsTwoInterruptions() {
        assertThat(interruptions(licence(null, from(10), 20)))
                .containsExactly(days(10, 20, LicenceObstacle.SUSPENDED), days(20, 100, LicenceObstacle.REVOKED));
    }

    @Test
    void aLicenceThatRunsOutWhileSuspendedHasRunOutWhenTheSuspensionEnds() {
        assertThat(interruptions(licence(30, new DatePeriod(day(10), day(40)), null)))
                .containsExactly(days(10, 30, LicenceObstacle.SUSPENDED), days(30, 100, LicenceObstacle.EXPIRED));
    }

    @Test
    void aSecondLicenceThatStandsKeepsTheRight() {
        assertThat(interruptions(licence(null, null, 20), licence(50, null, null)))
                .containsExactly(days(50, 100, LicenceObstacle.REVOKED));
    }

    @Test
    void daysOfOneReasonAreOneInterruptionHoweverManyLicencesFail() {
        assertThat(interruptions(licence(null, null, 20), licence(null, null, 30)))
                .containsExactly(days(30, 100, LicenceObstacle.REVOKED));
        assertThat(interruptions(licence(null, null, 20), licence(5, null, null)))
                .containsExactly(days(20, 100, LicenceObstacle.REVOKED));
    }

    private static List<InterruptedDays> interruptions(Licence... licences) {
        return new PractisingRight(List.of(licences)).interruptions(TERM);
    }

    private static Licence licence(
            @Nullable Integer to, @Nullable DatePeriod suspension, @Nullable Integer revokedFrom) {
        return new Licence(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "L",
                "physician",
                "clinical",
                null,
                UUID.randomUUID(),
                new DatePeriod(FIRST.minusYears(5), to == null ? null : day(to)),
                suspension,
                revokedFrom == null ? null : day(revokedFrom));
    }

    private static InterruptedDays days(int from, int to, LicenceObstacle obstacle) {
        return new InterruptedDays(new DatePeriod(day(from), day(to)), obstacle);
    }

    private static DatePeriod from(int day) {
        return DatePeriod.from(day(day));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }
}
