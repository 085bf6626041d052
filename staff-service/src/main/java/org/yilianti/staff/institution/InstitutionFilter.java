package org.yilianti.staff.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions a list shows; null does not filter.
 *
 * @param tier code of a tier
 * @param q part of the name in either language, or of the code
 * @param function code of a function that it has on {@code asOf}
 */
public record InstitutionFilter(
        @Nullable String tier,
        @Nullable String q,
        @Nullable String function,
        @Nullable LocalDate asOf) {

    /** All of them. */
    public static final InstitutionFilter NONE = new InstitutionFilter(null, null, null, null);

    /** The pattern for {@code like}; null when {@code q} is blank. */
    @Nullable String containing() {
        return q == null || q.isBlank() ? null : "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
