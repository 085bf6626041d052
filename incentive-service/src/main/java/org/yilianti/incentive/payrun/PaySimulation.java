package org.yilianti.incentive.payrun;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.money.Money;

/**
 * A run computed under other rules.
 *
 * @param scheme by which institutions are scored; null when as the run had them
 * @param payScheme by which all is computed; null when as the run had it
 * @param settings by which work becomes points, as JSON; null when as the run had them
 * @param pool what is split and settled
 */
public record PaySimulation(
        UUID id,
        UUID association,
        PayRunId run,
        String name,
        @Nullable SchemeId scheme,
        @Nullable PaySchemeId payScheme,
        @Nullable String settings,
        Money pool,
        String createdBy,
        Instant createdAt) {

    /**
     * What a person at an institution got and would have got, corrections of earlier runs included.
     *
     * @param tier of the institution as it is known today
     */
    public record Difference(
            String staffNo, String institutionCode, String title, String tier, Money actual, Money simulated) {

        public Money change() {
            return simulated.minus(actual);
        }
    }
}
