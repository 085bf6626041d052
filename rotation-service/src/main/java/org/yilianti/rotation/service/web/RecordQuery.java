package org.yilianti.rotation.service.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.Era;
import org.yilianti.rotation.service.RecordFilter;
import org.yilianti.rotation.service.RecordStatus;
import org.yilianti.rotation.service.ServiceKind;

/** The query parameters by which records are chosen, as they came in. */
record RecordQuery(
        @Nullable UUID institution,
        @Nullable UUID member,
        @Nullable String month,
        @Nullable String status,
        @Nullable String kind,
        @Nullable Boolean flagged) {

    /** Refuses (400) what cannot be read. */
    RecordFilter filter() {
        return new RecordFilter(institution, member, month(month), status(status), kind(kind), flagged);
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : Era.month(text);
    }

    private static @Nullable RecordStatus status(@Nullable String code) {
        try {
            return code == null ? null : RecordStatus.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(RecordStatus.values()).map(RecordStatus::code).toList());
        }
    }

    static @Nullable ServiceKind kind(@Nullable String code) {
        return code == null
                ? null
                : ServiceKind.ofCode(code).orElseThrow(() -> Refusal.malformed("service-record.unknown-kind", code));
    }
}
