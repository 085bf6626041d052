package org.yilianti.incentive.verification.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.verification.Discount;
import org.yilianti.incentive.verification.VerificationItem;
import org.yilianti.incentive.verification.VerificationSample;

/**
 * A sample as callers see it; decimals are strings.
 *
 * @param kind of service; null for all
 * @param seed sixteen bytes, as hexadecimal digits
 * @param claimed records that it was drawn from
 * @param tolerated error rate up to which the claim counts whole
 * @param discountedBy what discounts it above: rate, low or high
 * @param errors what came of it; null until it is completed
 */
record VerificationAnswer(
        UUID id,
        long version,
        UUID institutionId,
        String institutionCode,
        String indicator,
        YearMonth month,
        @Nullable String kind,
        String seed,
        int claimed,
        int size,
        String tolerated,
        String discountedBy,
        String status,
        String drawnBy,
        Instant drawnAt,
        @Nullable String completedBy,
        @Nullable ErrorAnswer errors) {

    /**
     * What came of it.
     *
     * @param low of the 95 % interval (Wilson), as is {@code high}; null where everything was looked into
     * @param counted what is left of the claim
     */
    record ErrorAnswer(
            int refuted,
            String rate,
            @Nullable String low,
            @Nullable String high,
            String counted) {

        static @Nullable ErrorAnswer of(@Nullable Discount one) {
            return one == null
                    ? null
                    : new ErrorAnswer(
                            one.refuted(),
                            String.valueOf(plain(one.rate())),
                            plain(one.low()),
                            plain(one.high()),
                            String.valueOf(plain(one.counted())));
        }
    }

    /** A record in a sample, as it was when it was drawn. */
    record ItemAnswer(
            UUID recordId,
            long version,
            String sourceId,
            UUID memberId,
            String kind,
            Instant startedAt,
            int minutes,
            @Nullable Boolean verified,
            @Nullable String finding,
            @Nullable String judgedBy) {

        static ItemAnswer of(VerificationItem one) {
            return new ItemAnswer(
                    one.record(),
                    one.version(),
                    one.sourceId(),
                    one.member(),
                    one.kind(),
                    one.startedAt(),
                    one.minutes(),
                    one.verified(),
                    one.finding(),
                    one.judgedBy());
        }
    }

    static VerificationAnswer of(VerificationSample one) {
        VerificationSample.Claim claim = one.claim();
        return new VerificationAnswer(
                one.id(),
                one.version(),
                claim.institution(),
                claim.institutionCode(),
                claim.indicator(),
                claim.month(),
                claim.kind().isEmpty() ? null : claim.kind(),
                one.seed().hex(),
                one.claimed(),
                one.size(),
                String.valueOf(plain(one.rules().tolerated())),
                one.rules().by(),
                one.isCompleted() ? "completed" : "drawn",
                one.drawnBy(),
                one.drawnAt(),
                one.completedBy(),
                ErrorAnswer.of(one.discount()));
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
