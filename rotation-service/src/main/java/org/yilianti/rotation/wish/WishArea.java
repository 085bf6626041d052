package org.yilianti.rotation.wish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.Institution;

/**
 * Whose wishes a file holds: those of the people at home at these sites, for the days of a month.
 *
 * @param sites by id, each in the caller's scope
 */
public record WishArea(UUID association, Map<UUID, Institution> sites, YearMonth month) {

    LocalDate from() {
        return month.atDay(1);
    }

    /** The first day after the month. */
    LocalDate to() {
        return month.plusMonths(1).atDay(1);
    }

    boolean holds(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    /** One of the sites. */
    Institution site(UUID id) {
        return Objects.requireNonNull(sites.get(id));
    }

    /** The code of the site when there is but one, for the audit trail. */
    @Nullable String onlyCode() {
        return sites.size() == 1 ? sites.values().iterator().next().code() : null;
    }
}
