package org.yilianti.rotation.practice;

import java.util.Map;
import java.util.Set;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * What an association may set about lawful practice; the version in force on a question's first day judges it.
 *
 * @param licencesByActivity practice categories that cover work of a specialty (G); work that is not named is clinical
 * @param titlesByProcedure lowest title for restricted procedures (G)
 * @param waived names of rules of the association's own, not of the law, that are not applied
 */
public record PracticePolicy(
        Map<String, Set<String>> licencesByActivity, Map<String, Title> titlesByProcedure, Set<String> waived) {

    private static final Set<String> CLINICAL = Set.of("clinical");
    private static final Set<String> OF_THE_ASSOCIATION = Set.of("weekly-hours", "procedure", "duty", "posting");
    private static final PracticePolicy STANDARD = new PracticePolicy(
            Map.ofEntries(
                    Map.entry("tcm", Set.of("tcm")),
                    Map.entry("dentistry", Set.of("dental")),
                    Map.entry("public-health", Set.of("public-health", "clinical")),
                    Map.entry("general-practice", Set.of("clinical", "tcm", "village")),
                    Map.entry("nursing", Set.of("nursing")),
                    Map.entry("pharmacy", Set.of("pharmacy")),
                    Map.entry("laboratory", Set.of("technology")),
                    Map.entry("imaging", Set.of("technology", "clinical"))),
            Map.of("surgery-3", Title.INTERMEDIATE, "surgery-4", Title.ASSOCIATE_SENIOR),
            Set.of());

    /** @throws IllegalArgumentException when a rule that rests on law is to be waived */
    public PracticePolicy {
        if (!OF_THE_ASSOCIATION.containsAll(waived)) {
            throw new IllegalArgumentException("only these rules may be waived: " + OF_THE_ASSOCIATION);
        }
        licencesByActivity = Map.copyOf(licencesByActivity);
        titlesByProcedure = Map.copyOf(titlesByProcedure);
        waived = Set.copyOf(waived);
    }

    static PracticePolicy standard() {
        return STANDARD;
    }

    /** Whether the licence's practice category covers work of this specialty. */
    boolean covers(Licence licence, String specialty) {
        return licencesByActivity.getOrDefault(specialty, CLINICAL).contains(licence.category());
    }

    /** A licence is of the kind of the work; a physician's licence also serves an assistant's post. */
    static boolean kindFits(StaffCategory category, String kind) {
        return kind.equals(category.code())
                || (category == StaffCategory.ASSISTANT_PHYSICIAN && kind.equals(StaffCategory.PHYSICIAN.code()));
    }
}
