package org.yilianti.rotation.application;

import java.util.Set;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * Who may apply for multi-site practice; effective-dated. The standard follows the conditions of 2014.
 *
 * @param categories staff categories that may
 * @param licenceCategories practice categories that may
 * @param minimumTitle lowest title
 * @param specialtyYears full years in the specialty at the start of the term
 * @param assessmentYears years before the term in which no assessment may have been failed
 * @param headsExcluded whether heads of institutions may not, inside the association
 * @param maximumHosts most hosts at a time
 * @param maximumWeeklyHours most hours a week over all hosts
 */
public record EligibilityPolicy(
        Set<StaffCategory> categories,
        Set<String> licenceCategories,
        Title minimumTitle,
        int specialtyYears,
        int assessmentYears,
        boolean headsExcluded,
        int maximumHosts,
        int maximumWeeklyHours) {

    /** @throws IllegalArgumentException when a number makes no sense */
    public EligibilityPolicy {
        if (specialtyYears < 0 || assessmentYears < 0 || maximumHosts < 1 || maximumWeeklyHours < 1) {
            throw new IllegalArgumentException("years must not be negative, hosts and hours must be at least 1");
        }
        categories = Set.copyOf(categories);
        licenceCategories = Set.copyOf(licenceCategories);
    }

    /** The last two cycles of assessment are six years (Physicians Law 2022 art. 42: every three). */
    static EligibilityPolicy standard() {
        return new EligibilityPolicy(
                Set.of(StaffCategory.PHYSICIAN),
                Set.of("clinical", "dental", "tcm"),
                Title.INTERMEDIATE,
                5,
                6,
                false,
                3,
                20);
    }
}
