package org.yilianti.rotation.application;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * Who may apply for multi-site practice; defaults follow the conditions of 2014.
 *
 * @param categories staff categories that may
 * @param licenceCategories practice categories that may
 * @param minimumTitle lowest title
 * @param specialtyYears full years in the specialty at the start of the term
 * @param headsExcluded whether heads of institutions may not, inside the association
 * @param maximumHosts most hosts at a time
 * @param maximumWeeklyHours most hours a week over all hosts
 */
@ConfigurationProperties("rotation.eligibility")
record EligibilitySettings(
        @DefaultValue("physician") Set<StaffCategory> categories,
        @DefaultValue({"clinical", "dental", "tcm"}) Set<String> licenceCategories,
        @DefaultValue("intermediate") Title minimumTitle,
        @DefaultValue("5") int specialtyYears,
        @DefaultValue("false") boolean headsExcluded,
        @DefaultValue("3") int maximumHosts,
        @DefaultValue("20") int maximumWeeklyHours) {}
