package org.yilianti.incentive.scheme.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.IndicatorGroup;
import org.yilianti.incentive.scheme.IndicatorScheme;

/** A scheme as callers see it; decimals are strings, so that no reader rounds them. */
record SchemeAnswer(
        UUID id,
        long version,
        String name,
        int edition,
        String status,
        String noData,
        List<GroupAnswer> groups,
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
                scheme.content().noData().code(),
                scheme.content().groups().stream().map(GroupAnswer::of).toList(),
                scheme.indicators().stream()
                        .map(one -> IndicatorAnswer.of(
                                one, scheme.content().weights().getOrDefault(one.code(), one.weight())))
                        .toList(),
                scheme.createdBy(),
                scheme.createdAt(),
                scheme.publishedBy(),
                scheme.publishedAt());
    }

    /** A heading of a scheme; its parent is empty at the top. */
    record GroupAnswer(String code, String name, @Nullable String nameEn, String weight, String parent) {

        static GroupAnswer of(IndicatorGroup one) {
            return new GroupAnswer(
                    one.code(), one.name(), one.nameEn(), IndicatorAnswer.plain(one.weight()), one.parent());
        }
    }

    /** A step of a banded indicator. */
    record BandAnswer(String from, String score) {}

    /** One indicator of a scheme; effectiveWeight is its part of the whole score. */
    record IndicatorAnswer(
            String code,
            String name,
            @Nullable String nameEn,
            String weight,
            String target,
            String floor,
            String scoring,
            String parent,
            List<BandAnswer> bands,
            String effectiveWeight,
            @Nullable String unit,
            @Nullable String source) {

        static IndicatorAnswer of(Indicator one, BigDecimal effectiveWeight) {
            DataSource source = one.source();
            return new IndicatorAnswer(
                    one.code(),
                    one.name(),
                    one.nameEn(),
                    plain(one.weight()),
                    plain(one.target()),
                    plain(one.floor()),
                    one.scoring().code(),
                    one.parent(),
                    one.bands().stream()
                            .map(band -> new BandAnswer(plain(band.from()), plain(band.score())))
                            .toList(),
                    plain(effectiveWeight),
                    one.unit(),
                    source == null ? null : source.code());
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }
    }
}
