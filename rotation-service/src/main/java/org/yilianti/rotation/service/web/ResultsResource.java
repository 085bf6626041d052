package org.yilianti.rotation.service.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.service.RecordResult;

/** What became of each item, in the order asked. */
record ResultsResource(List<ItemResult> items) {

    /** One result; error only when rejected, flags only when kept. */
    record ItemResult(
            String sourceId,
            String status,
            @Nullable UUID id,
            @Nullable ItemRejection error,
            List<FlagResource> flags) {}

    /** Why, in the caller's language. */
    record ItemRejection(String code, String message) {}

    static ResultsResource of(List<RecordResult> results, ProblemFactory texts, Locale locale) {
        return new ResultsResource(results.stream()
                .map(result -> new ItemResult(
                        result.sourceId(),
                        result.status(),
                        result.id(),
                        error(result, texts, locale),
                        FlagResource.of(result.flags(), texts, locale)))
                .toList());
    }

    private static @Nullable ItemRejection error(RecordResult result, ProblemFactory texts, Locale locale) {
        String code = result.code();
        return code == null
                ? null
                : new ItemRejection(
                        code, texts.text("service-record." + code, result.args().toArray(), locale));
    }
}
