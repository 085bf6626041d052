package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as far as lawful practice and rosters need to know.
 *
 * @param staffNo business number, unique in the association
 * @param specialty code; null for work that has none
 * @param specialtySince since when the member has worked in it
 * @param institutionHead whether the member heads an institution
 */
public record Member(
        UUID id,
        UUID association,
        String staffNo,
        String name,
        StaffCategory category,
        Title title,
        @Nullable String specialty,
        @Nullable LocalDate specialtySince,
        boolean institutionHead) {}
