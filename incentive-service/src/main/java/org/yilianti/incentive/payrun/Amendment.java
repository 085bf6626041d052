package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision found wrong in the inputs of a run.
 *
 * @param cause the appeal that it follows from; amends once
 * @param amended a person's quality, an institution's measured value, or fen that a line should have had in addition
 */
public record Amendment(
        PayRunId run,
        UUID cause,
        Kind kind,
        @Nullable UUID member,
        @Nullable UUID institution,
        @Nullable String indicator,
        BigDecimal amended) {

    /** What is amended. */
    public enum Kind {
        QUALITY,
        MEASURE,
        AMOUNT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The person's work was of this quality. */
    public static Amendment quality(PayRunId run, UUID cause, UUID member, BigDecimal quality) {
        return new Amendment(run, cause, Kind.QUALITY, member, null, null, quality);
    }

    /** The institution reached this value. */
    public static Amendment measure(PayRunId run, UUID cause, UUID institution, String indicator, BigDecimal value) {
        return new Amendment(run, cause, Kind.MEASURE, null, institution, indicator, value);
    }

    /** The person should have had so many fen more at the institution. */
    public static Amendment amount(PayRunId run, UUID cause, UUID member, UUID institution, long fen) {
        return new Amendment(run, cause, Kind.AMOUNT, member, institution, null, BigDecimal.valueOf(fen));
    }
}
