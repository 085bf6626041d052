package org.yilianti.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatePeriodTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void aPeriodHoldsItsFirstDayAndNotItsEnd() {
        DatePeriod october = new DatePeriod(DAY, DAY.plusMonths(1));
        assertThat(october.contains(DAY)).isTrue();
        assertThat(october.contains(DAY.plusDays(30))).isTrue();
        assertThat(october.contains(DAY.plusMonths(1))).isFalse();
        assertThat(october.contains(DAY.minusDays(1))).isFalse();
        assertThat(DatePeriod.from(DAY).contains(DAY.plusYears(100))).isTrue();
    }

    @Test
    void periodsThatOnlyTouchDoNotOverlap() {
        DatePeriod october = new DatePeriod(DAY, DAY.plusMonths(1));
        DatePeriod november = DatePeriod.from(DAY.plusMonths(1));
        assertThat(october.overlaps(november)).isFalse();
        assertThat(november.overlaps(october)).isFalse();
        assertThat(october.overlaps(DatePeriod.from(DAY.plusDays(30)))).isTrue();
    }

    @Test
    void aPeriodWithoutADayIsRefused() {
        assertThatThrownBy(() -> new DatePeriod(DAY, DAY)).hasMessageContaining("must end after it starts");
    }

    @Test
    void aBeliefHoldsFromItsRecordingUntilItIsSuperseded() {
        Instant noon = Instant.parse("2026-10-01T04:00:00Z");
        Recorded belief = new Recorded(noon, noon.plusSeconds(60));
        assertThat(belief.knownAt(noon.minusSeconds(1))).isFalse();
        assertThat(belief.knownAt(noon)).isTrue();
        assertThat(belief.knownAt(noon.plusSeconds(60))).isFalse();
    }
}
