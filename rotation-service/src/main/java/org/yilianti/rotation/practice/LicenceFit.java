package org.yilianti.rotation.practice;

import java.util.Map;
import java.util.Set;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.StaffCategory;

/** Which licence goes with which work. Tables of policy; what is not in them is clinical work (G). */
final class LicenceFit {

    private static final Map<String, Set<String>> CATEGORIES_BY_ACTIVITY = Map.ofEntries(
            Map.entry("tcm", Set.of("tcm")),
            Map.entry("dentistry", Set.of("dental")),
            Map.entry("public-health", Set.of("public-health", "clinical")),
            Map.entry("general-practice", Set.of("clinical", "tcm", "village")),
            Map.entry("nursing", Set.of("nursing")),
            Map.entry("pharmacy", Set.of("pharmacy")),
            Map.entry("laboratory", Set.of("technology")),
            Map.entry("imaging", Set.of("technology", "clinical")));
    private static final Set<String> CLINICAL = Set.of("clinical");

    private LicenceFit() {}

    /** A licence is of the kind of the work; a physician's licence also serves an assistant's post. */
    static boolean kindFits(StaffCategory category, String kind) {
        return kind.equals(category.code())
                || (category == StaffCategory.ASSISTANT_PHYSICIAN && kind.equals(StaffCategory.PHYSICIAN.code()));
    }

    /** Whether the licence's practice category covers work of this specialty. */
    static boolean covers(Licence licence, String activity) {
        return CATEGORIES_BY_ACTIVITY.getOrDefault(activity, CLINICAL).contains(licence.category());
    }
}
