package org.yilianti.incentive.payscheme.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payscheme.PayScheme;
import org.yilianti.incentive.payscheme.PayTerm;

/** A pay scheme as callers see it. */
record PaySchemeAnswer(
        UUID id,
        long version,
        String kind,
        String name,
        int edition,
        YearMonth validFrom,
        String status,
        String currency,
        List<PayTerm> terms,
        String createdBy,
        Instant createdAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    static PaySchemeAnswer of(PayScheme scheme) {
        return new PaySchemeAnswer(
                scheme.id().value(),
                scheme.version(),
                scheme.kind().code(),
                scheme.name(),
                scheme.edition(),
                scheme.validFrom(),
                scheme.status().code(),
                "CNY",
                scheme.terms().all(),
                scheme.createdBy(),
                scheme.createdAt(),
                scheme.publishedBy(),
                scheme.publishedAt());
    }
}
