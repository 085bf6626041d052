package org.yilianti.rotation.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.ShiftRules;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/** Shifts of one institution for tests: of nurses and physicians, with and without specialty, one for senior titles. */
final class TestShifts {

    private TestShifts() {}

    static List<SiteShift> of(UUID site) {
        return List.of(
                shift(site, "D", 8, StaffCategory.NURSE, null, null),
                shift(site, "N", 0, StaffCategory.NURSE, "nursing", null),
                shift(site, "C", 8, StaffCategory.PHYSICIAN, "cardiology", null),
                shift(site, "T", 14, StaffCategory.PHYSICIAN, "tcm", Title.ASSOCIATE_SENIOR),
                shift(site, "P", 16, StaffCategory.PHYSICIAN, null, null),
                shift(site, "M", 8, StaffCategory.MANAGEMENT, null, null));
    }

    private static SiteShift shift(
            UUID site,
            String code,
            int hour,
            StaffCategory category,
            @Nullable String specialty,
            @Nullable Title leastTitle) {
        return new SiteShift(
                site,
                new DemandShift(
                        code,
                        code,
                        LocalTime.of(hour, 0),
                        480,
                        hour == 0,
                        category,
                        specialty,
                        EnumSet.allOf(DayOfWeek.class),
                        1,
                        2,
                        new ShiftRules(leastTitle, null, Set.of(), null)));
    }
}
