package org.yilianti.staff.remediation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.credential.LicenceKind;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * What posts need and how long there is to make up for it (R6).
 *
 * @param graceDays days after an appointment became known in which nothing is found missing
 * @param months of remediation
 * @param leadDays days before the deadline on which the office is told
 */
record RemediationRules(List<Requirement> requirements, int graceDays, int months, List<Integer> leadDays) {

    /**
     * What a post needs.
     *
     * @param category of those who hold it
     * @param post as appointments name it; null for every post of the category
     * @param licences any one of them; none: no licence is needed
     * @param title at least; null: any
     */
    record Requirement(
            StaffCategory category,
            @Nullable String post,
            List<LicenceKind> licences,
            @Nullable Title title) {

        Requirement {
            licences = List.copyOf(licences);
        }
    }

    /** Refuses (422) months, days of grace and lead times out of bounds. */
    RemediationRules {
        requirements = List.copyOf(requirements);
        leadDays = List.copyOf(leadDays);
        if (months < 1 || months > 60 || graceDays < 0 || graceDays > 365) {
            throw Refusal.invalid("policy.remediation-unfit", months, graceDays);
        }
        if (leadDays.isEmpty() || leadDays.stream().anyMatch(days -> days < 0 || days > 730)) {
            throw Refusal.invalid("policy.lead-days-unfit", 730);
        }
    }

    /** Physicians, nurses and village doctors need their licence (Physicians Law 2022 art. 13; Nurses Regulations 2008 art. 2). */
    static RemediationRules standard() {
        return new RemediationRules(
                List.of(
                        licensed(StaffCategory.PHYSICIAN, LicenceKind.PHYSICIAN),
                        licensed(
                                StaffCategory.ASSISTANT_PHYSICIAN,
                                LicenceKind.ASSISTANT_PHYSICIAN,
                                LicenceKind.PHYSICIAN),
                        licensed(StaffCategory.NURSE, LicenceKind.NURSE),
                        licensed(
                                StaffCategory.VILLAGE_DOCTOR,
                                LicenceKind.VILLAGE_DOCTOR,
                                LicenceKind.ASSISTANT_PHYSICIAN,
                                LicenceKind.PHYSICIAN)),
                30,
                12,
                List.of(90, 30, 7, 0));
    }

    private static Requirement licensed(StaffCategory category, LicenceKind... kinds) {
        return new Requirement(category, null, List.of(kinds), null);
    }
}
