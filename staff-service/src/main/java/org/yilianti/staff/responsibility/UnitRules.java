package org.yilianti.staff.responsibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionRef;

/** Where a unit may stand in the tree; touches nothing. */
final class UnitRules {

    private UnitRules() {}

    /** A unit stands under one of the level above that stands on its first day; the top stands under none. */
    static boolean fits(Level level, @Nullable Unit parent, LocalDate from) {
        return level.above()
                .map(above -> parent != null
                        && parent.level() == above
                        && parent.valid().contains(from))
                .orElse(parent == null);
    }

    /**
     * The unit beside which another has no place: there is one leading group at a time, and one unit of an institution's own.
     *
     * @param others that may be it
     */
    static Optional<Unit> rival(Level level, InstitutionRef institution, DatePeriod valid, List<Unit> others) {
        return level == Level.MANAGEMENT_OFFICE
                ? Optional.empty()
                : others.stream()
                        .filter(other -> other.level() == level
                                && other.valid().overlaps(valid)
                                && (level == Level.LEADING_GROUP
                                        || other.institution().equals(institution)))
                        .findFirst();
    }
}
