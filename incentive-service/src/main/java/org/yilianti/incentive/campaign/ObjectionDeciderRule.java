package org.yilianti.incentive.campaign;

import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/** Who may decide an objection. */
enum ObjectionDeciderRule {
    /** Nobody is judge in their own cause. */
    NOT_WHO_LODGED_IT("campaign.decider-lodged") {
        @Override
        boolean allows(CampaignObjection objection, Campaign campaign, Set<String> raters, String decider) {
            return !decider.equals(objection.lodgedBy());
        }
    },
    /** Whoever judged the subject does not judge the judgement. */
    NOT_WHO_RATED("campaign.decider-rated") {
        @Override
        boolean allows(CampaignObjection objection, Campaign campaign, Set<String> raters, String decider) {
            return !raters.contains(decider);
        }
    },
    /** Nor does whoever scored or reviewed the campaign. */
    NOT_WHO_CLOSED_OR_REVIEWED("campaign.decider-involved") {
        @Override
        boolean allows(CampaignObjection objection, Campaign campaign, Set<String> raters, String decider) {
            return !decider.equals(campaign.closedBy()) && !decider.equals(campaign.reviewedBy());
        }
    };

    private final String code;

    ObjectionDeciderRule(String code) {
        this.code = code;
    }

    abstract boolean allows(CampaignObjection objection, Campaign campaign, Set<String> raters, String decider);

    /** Refuses (403) with the first reason found. */
    static void check(CampaignObjection objection, Campaign campaign, Set<String> raters, String decider) {
        for (ObjectionDeciderRule rule : values()) {
            if (!rule.allows(objection, campaign, raters, decider)) {
                throw Refusal.forbidden(rule.code, decider);
            }
        }
    }
}
