package org.yilianti.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.yilianti.platform.problem.Refusal;

/** The first and last days, months and times of the era, and their neighbours (G1). */
class EraTests {

    @Test
    void theEraBeginsAndEndsWithItsYears() {
        assertThat(Era.checked(LocalDate.of(1900, 1, 1))).isEqualTo("1900-01-01");
        assertThat(Era.checked(LocalDate.of(2999, 12, 31))).isEqualTo("2999-12-31");
        assertThat(Era.checked(Instant.parse("2999-12-31T23:59:59.999Z"))).isBefore("3000-01-01T00:00:00Z");
        assertThat(Era.month("2026-10")).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void whatLiesBeyondIsRefusedAsContentAndWhatIsNoMonthAsMalformed() {
        assertThatThrownBy(() -> Era.checked(LocalDate.of(1899, 12, 31))).satisfies(EraTests::isContent);
        assertThatThrownBy(() -> Era.checked(LocalDate.MAX)).satisfies(EraTests::isContent);
        assertThatThrownBy(() -> Era.checked(YearMonth.of(-44, 3))).satisfies(EraTests::isContent);
        assertThatThrownBy(() -> Era.checked(Instant.MAX)).satisfies(EraTests::isContent);
        assertThatThrownBy(() -> Era.month("+999999999-12")).satisfies(EraTests::isContent);
        assertThatThrownBy(() -> Era.month("October"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    private static void isContent(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(refusal.code()).isEqualTo("request.beyond-era");
        });
    }
}
