package org.yilianti.incentive.appeal;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.Amendment;
import org.yilianti.platform.problem.Refusal;

/**
 * What is right instead of what was contested; exactly one of them for an upheld appeal, none for a rejected one.
 *
 * @param quality of the person's work, 0 to 2 with at most four decimals
 * @param value that the institution reached, 0 to a million million with at most six decimals
 * @param amountFen that the line should have had in addition, above 0
 */
public record Remedy(
        @Nullable BigDecimal quality,
        @Nullable BigDecimal value,
        @Nullable Long amountFen) {

    private static final BigDecimal BEST = BigDecimal.TWO;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final int QUALITY_DECIMALS = 4;
    private static final int VALUE_DECIMALS = 6;

    boolean isNone() {
        return given() == 0;
    }

    private long given() {
        return Stream.of(quality, value, amountFen).filter(Objects::nonNull).count();
    }

    /** What follows for the run; refuses (422) a remedy that does not fit what was contested. */
    Amendment amendment(Appeal appeal) {
        boolean line = appeal.indicator().isEmpty();
        if (given() == 1 && line && quality != null && fits(quality, BEST, QUALITY_DECIMALS)) {
            return Amendment.quality(appeal.run(), cause(appeal), appeal.member(), quality);
        }
        if (given() == 1 && line && amountFen != null && amountFen > 0) {
            return Amendment.amount(appeal.run(), cause(appeal), appeal.member(), appeal.institution(), amountFen);
        }
        if (given() == 1 && !line && value != null && fits(value, LARGEST, VALUE_DECIMALS)) {
            return Amendment.measure(appeal.run(), cause(appeal), appeal.institution(), appeal.indicator(), value);
        }
        throw Refusal.invalid(line ? "appeal.remedy-of-line" : "appeal.remedy-of-indicator");
    }

    private static Amendment.Cause cause(Appeal appeal) {
        return new Amendment.Cause(Amendment.Origin.APPEAL, appeal.id());
    }

    private static boolean fits(BigDecimal number, BigDecimal most, int decimals) {
        return number.signum() >= 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
    }
}
