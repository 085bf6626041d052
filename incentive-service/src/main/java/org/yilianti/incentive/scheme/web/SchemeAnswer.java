package org.yilianti.incentive.scheme.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.IndicatorScheme;

/** A scheme as callers see it; decimals are strings, so that no reader rounds them. */
record SchemeAnswer(
        UUID id,
        long version,
        String name,
        int edition,
        String status,
        List<IndicatorAnswer> indicators,
        String createdBy,
        Instant createdAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    static SchemeAnswer of(IndicatorScheme scheme) {
        return new SchemeAnswer(
                scheme.id().value(),
                scheme.version(),
                scheme.name(),
                scheme.edition(),
                scheme.status().code(),
                scheme.indicators().stream().map(IndicatorAnswer::of).toList(),
                scheme.createdBy(),
                scheme.createdAt(),
                scheme.publishedBy(),
                scheme.publishedAt());
    }

    /** One indicator of a scheme. */
    record IndicatorAnswer(
            String code,
            String name,
            @Nullable String nameEn,
            String weight,
            String target,
            String floor,
            String scoring) {

        static IndicatorAnswer of(Indicator one) {
            return new IndicatorAnswer(
                    one.code(),
                    one.name(),
                    one.nameEn(),
                    plain(one.weight()),
                    plain(one.target()),
                    plain(one.floor()),
                    one.scoring().code());
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }
    }
}
