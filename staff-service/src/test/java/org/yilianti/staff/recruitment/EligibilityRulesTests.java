package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Title;

/** R8: who may compete for a position: each condition by itself, at its bound. */
class EligibilityRulesTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static Candidate candidate(LocalDate born, Education education, Title title, @Nullable String licence) {
        return new Candidate(
                "林", null, Sex.FEMALE, born, null, null, education, title, null, "paediatrics", licence, List.of());
    }

    private static List<String> unmet(Requirements asked, Candidate candidate, boolean documents) {
        return new EligibilityRules(asked, LAST_DAY)
                .judge(candidate, documents).stream()
                        .filter(finding -> !finding.met())
                        .map(Finding::rule)
                        .toList();
    }

    /** R8: all six conditions are listed whether or not the position asks for them. */
    @Test
    void everyConditionIsListed() {
        Requirements nothing = new Requirements(null, null, null, null, false);
        Candidate anybody = candidate(LocalDate.of(1950, 1, 1), Education.SECONDARY, Title.NONE, null);
        assertThat(new EligibilityRules(nothing, LAST_DAY).judge(anybody, true))
                .hasSize(6)
                .allMatch(Finding::met)
                .allMatch(finding ->
                        !finding.required().isEmpty() && !finding.actual().isEmpty());
        assertThat(unmet(nothing, anybody, false)).containsExactly("documents");
    }

    /** R8: age counts in full years on the last day for applications; education and title from the level asked for. */
    @Test
    void boundsAreIncluded() {
        Requirements asked = new Requirements(35, Education.BACHELOR, Title.INTERMEDIATE, "paediatrics", true);
        Candidate fits = candidate(LAST_DAY.minusYears(36).plusDays(1), Education.BACHELOR, Title.INTERMEDIATE, "L1");
        assertThat(unmet(asked, fits, true)).isEmpty();
        Candidate older = candidate(LAST_DAY.minusYears(36), Education.DOCTOR, Title.SENIOR, "L1");
        assertThat(unmet(asked, older, true)).containsExactly("age");
        Candidate junior = candidate(LAST_DAY.minusYears(30), Education.COLLEGE, Title.JUNIOR, null);
        assertThat(unmet(asked, junior, true)).containsExactly("education", "title", "licence");
        Requirements elsewhere = new Requirements(null, null, null, "stomatology", false);
        assertThat(unmet(elsewhere, fits, true)).containsExactly("specialty");
    }
}
