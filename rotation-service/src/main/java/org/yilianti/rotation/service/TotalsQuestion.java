package org.yilianti.rotation.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which totals are asked for; null does not narrow.
 *
 * @param from first day
 * @param to day after the last
 */
public record TotalsQuestion(
        LocalDate from,
        LocalDate to,
        Period by,
        @Nullable UUID institutionId,
        @Nullable UUID memberId,
        @Nullable ServiceKind kind) {

    /** What is added up. */
    public enum Period {
        MONTH("%Y-%m"),
        DAY("%Y-%m-%d");

        private final String format;

        Period(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }
}
