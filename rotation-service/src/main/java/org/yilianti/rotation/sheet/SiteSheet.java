package org.yilianti.rotation.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month of one site: who works which shift on which day.
 *
 * @param rows by staff number; the one without a person, if any, last: what stands open
 */
public record SiteSheet(UUID institutionId, String institution, YearMonth month, List<SheetRow> rows) {

    /** One person's month at the site, or what stands open; shift codes by day. */
    public record SheetRow(
            @Nullable UUID memberId,
            @Nullable String staffNo,
            @Nullable String name,
            Map<LocalDate, List<String>> days) {}
}
