package org.yilianti.staff.establishment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.establishment.StaffingStandard.Group;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.member.StaffCategory;

/**
 * The people with a main appointment at one institution, or in the association, on a day.
 *
 * @param institutionCode null for the association
 * @param tier null for the association
 * @param population people whom they serve
 */
record StaffCount(
        @Nullable String institutionCode, @Nullable Tier tier, int population, List<Heads> heads) {

    /** How many there are of a kind. */
    record Heads(StaffCategory category, @Nullable String specialty, long number) {}

    long of(Group group) {
        return heads.stream()
                .filter(some -> group.contains(some.category(), some.specialty()))
                .mapToLong(Heads::number)
                .sum();
    }

    long all() {
        return heads.stream().mapToLong(Heads::number).sum();
    }
}
