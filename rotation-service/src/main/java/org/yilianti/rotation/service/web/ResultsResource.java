package org.yilianti.rotation.service.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.service.RecordResult;

/** What became of each item, in the order asked. */
record ResultsResource(List<Item> items) {

    /** One result; error only when rejected. */
    record Item(
            String sourceId,
            String status,
            @Nullable UUID id,
            @Nullable Rejection error) {}

    /** Why, in the caller's language. */
    record Rejection(String code, String message) {}

    static ResultsResource of(List<RecordResult> results, ProblemFactory texts, Locale locale) {
        return new ResultsResource(results.stream()
                .map(result -> new Item(result.sourceId(), result.status(), result.id(), error(result, texts, locale)))
                .toList());
    }

    private static @Nullable Rejection error(RecordResult result, ProblemFactory texts, Locale locale) {
        String code = result.code();
        return code == null
                ? null
                : new Rejection(
                        code, texts.text("service-record." + code, result.args().toArray(), locale));
    }
}
