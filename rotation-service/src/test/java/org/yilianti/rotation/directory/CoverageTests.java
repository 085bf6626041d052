package org.yilianti.rotation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.time.DatePeriod;

class CoverageTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 10);

    @Test
    void adjacentPeriodsInAnyOrderCoverTogether() {
        assertThat(Coverage.firstGap(List.of(DatePeriod.from(DAY), period(0, 10)), period(2, 20)))
                .isEmpty();
    }

    @Test
    void theFirstUncoveredDayIsFound() {
        assertThat(Coverage.firstGap(List.of(period(0, 5), period(6, 20)), period(2, 20)))
                .hasValue(day(5));
        assertThat(Coverage.firstGap(List.of(), period(2, 20))).hasValue(day(2));
        assertThat(Coverage.firstGap(List.of(period(0, 19)), period(2, 20))).hasValue(day(19));
    }

    @Test
    void aHoleSplitsAPeriod() {
        assertThat(Coverage.without(List.of(period(0, 20)), period(5, 8))).containsExactly(period(0, 5), period(8, 20));
        assertThat(Coverage.without(List.of(period(0, 20)), DatePeriod.from(day(5))))
                .containsExactly(period(0, 5));
        assertThat(Coverage.without(List.of(DatePeriod.from(day(0))), period(0, 8)))
                .containsExactly(DatePeriod.from(day(8)));
        assertThat(Coverage.without(List.of(period(5, 8)), period(0, 20))).isEmpty();
        assertThat(Coverage.without(List.of(period(0, 5)), period(5, 8))).containsExactly(period(0, 5));
    }

    private static LocalDate day(int offset) {
        return DAY.minusDays(10).plusDays(offset);
    }

    private static DatePeriod period(int from, int to) {
        return new DatePeriod(day(from), day(to));
    }
}
