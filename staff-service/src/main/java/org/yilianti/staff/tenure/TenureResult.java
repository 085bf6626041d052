package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * What a director reached in a year of the term, or in all of it.
 *
 * @param year 1 for the first; 0 for the whole term
 * @param reached by target
 * @param confirmation null until somebody else confirms it
 */
public record TenureResult(
        UUID tenure,
        int year,
        Map<String, BigDecimal> reached,
        BigDecimal score,
        Grade grade,
        Instant recordedAt,
        String recordedBy,
        @Nullable Confirmation confirmation) {

    /** When and by whom it was confirmed. */
    public record Confirmation(Instant at, String by) {}

    /** It counts from now on; refuses (409) one that does, (403) who recorded it. */
    TenureResult confirmed(Confirmation by) {
        requireOpen();
        if (recordedBy.equals(by.by())) {
            throw Refusal.forbidden("tenure.own-result");
        }
        return new TenureResult(tenure, year, reached, score, grade, recordedAt, recordedBy, by);
    }

    /** Refuses (409) to change what counts. */
    void requireOpen() {
        if (confirmation != null) {
            throw Refusal.conflict("tenure.confirmed", year, confirmation.by());
        }
    }
}
