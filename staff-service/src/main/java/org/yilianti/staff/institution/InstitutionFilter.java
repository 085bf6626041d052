package org.yilianti.staff.institution;

import org.jspecify.annotations.Nullable;

/**
 * Which institutions a list shows; null does not filter.
 *
 * @param tier code of a tier
 * @param q part of the name in either language, or of the code
 */
public record InstitutionFilter(
        @Nullable String tier, @Nullable String q) {

    /** The pattern for {@code like}; null when {@code q} is blank. */
    @Nullable String containing() {
        return q == null || q.isBlank() ? null : "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
