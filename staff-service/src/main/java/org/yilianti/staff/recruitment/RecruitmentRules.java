package org.yilianti.staff.recruitment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * Terms of all campaigns of an association (R8).
 *
 * @param noticeDays of public notice after a ranking is approved
 * @param answerDays in which an offer is to be answered
 * @param openLeadDays days before the chosen are to begin on which the office of a campaign that is still open is told; a policy that says
 *     none has the standard ones
 * @param retentionMonths after a campaign in which candidates who were not appointed are still known by name
 */
record RecruitmentRules(int noticeDays, int answerDays, int retentionMonths, List<Integer> openLeadDays) {

    private static final List<Integer> STANDARD_LEAD = List.of(14, 0);

    /** Refuses (422) terms out of bounds. */
    RecruitmentRules(int noticeDays, int answerDays, int retentionMonths, @Nullable List<Integer> openLeadDays) {
        this.noticeDays = noticeDays;
        this.answerDays = answerDays;
        this.retentionMonths = retentionMonths;
        this.openLeadDays = openLeadDays == null ? STANDARD_LEAD : List.copyOf(openLeadDays);
        if (this.openLeadDays.isEmpty() || this.openLeadDays.stream().anyMatch(days -> days < 0 || days > 730)) {
            throw Refusal.invalid("policy.lead-days-unfit", 730);
        }
        if (noticeDays < 1 || noticeDays > 90 || answerDays < 1 || answerDays > 90) {
            throw Refusal.invalid("policy.recruitment-days-unfit", noticeDays, answerDays);
        }
        if (retentionMonths < 1 || retentionMonths > 120) {
            throw Refusal.invalid("policy.recruitment-retention-unfit", retentionMonths);
        }
    }

    /**
     * Seven days of notice, the least that is usual under the interim provisions on open recruitment of public institutions (order 6 of
     * the Ministry of Personnel, 2005); ten days to answer; a year of retention, since the Personal Information Protection Law (art. 19)
     * asks for no longer than needed.
     */
    static RecruitmentRules standard() {
        return new RecruitmentRules(7, 10, 12, STANDARD_LEAD);
    }
}
