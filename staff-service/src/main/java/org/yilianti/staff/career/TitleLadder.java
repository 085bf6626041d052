package org.yilianti.staff.career;

import java.util.List;
import java.util.Optional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * What each step up the ladder asks for (R9).
 *
 * @param steps one for each title that can be left
 * @param licensed categories that must hold a valid licence
 * @param ruralYearsLess years fewer in the title for staff of rural institutions
 */
record TitleLadder(List<Step> steps, List<StaffCategory> licensed, int ruralYearsLess) {

    /**
     * One step.
     *
     * @param years full years in the present title
     * @param cleanYears years back in which no assessment was failed
     * @param grassrootsDays days of service at county level or below; 0 for none
     * @param grassrootsFor categories that must have served there
     */
    record Step(
            Title from, Title to, int years, int cleanYears, int grassrootsDays, List<StaffCategory> grassrootsFor) {

        Step {
            grassrootsFor = List.copyOf(grassrootsFor);
            if (to.compareTo(from) <= 0 || years < 0 || cleanYears < 0 || grassrootsDays < 0) {
                throw Refusal.invalid("policy.title-step-unfit", from.code(), to.code());
            }
        }
    }

    /** Refuses (422) two steps from one title, and more years off than a step has. */
    TitleLadder {
        steps = List.copyOf(steps);
        licensed = List.copyOf(licensed);
        if (steps.stream().map(Step::from).distinct().count() < steps.size() || ruralYearsLess < 0) {
            throw Refusal.invalid("policy.title-ladder-unfit");
        }
    }

    /** Five years from title to title as is usual, one fewer in the country; 240 days of service stand for the year of article 46. */
    static TitleLadder standard() {
        List<StaffCategory> physicians = List.of(StaffCategory.PHYSICIAN);
        return new TitleLadder(
                List.of(
                        new Step(Title.NONE, Title.JUNIOR, 0, 0, 0, List.of()),
                        new Step(Title.JUNIOR, Title.INTERMEDIATE, 5, 3, 0, List.of()),
                        new Step(Title.INTERMEDIATE, Title.ASSOCIATE_SENIOR, 5, 3, 240, physicians),
                        new Step(Title.ASSOCIATE_SENIOR, Title.SENIOR, 5, 3, 0, List.of())),
                List.of(
                        StaffCategory.PHYSICIAN,
                        StaffCategory.ASSISTANT_PHYSICIAN,
                        StaffCategory.NURSE,
                        StaffCategory.VILLAGE_DOCTOR),
                1);
    }

    Optional<Step> after(Title title) {
        return steps.stream().filter(step -> step.from() == title).findFirst();
    }
}
