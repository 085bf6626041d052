package org.yilianti.incentive.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/** Who must not judge what: conflicts of interest, each with its reason. */
enum ConflictRule {
    /** Nobody judges themself, but in the self-evaluation. */
    NOT_ONESELF("campaign.conflict-oneself") {
        @Override
        boolean allows(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
            return kind == ComponentKind.SELF
                    || judge.staffNo() == null
                    || !judge.staffNo().equals(subject.staffNo());
        }
    },
    /** In the self-evaluation of a person nobody else does. */
    SELF_IS_ONESELF("campaign.conflict-not-oneself") {
        @Override
        boolean allows(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
            return kind != ComponentKind.SELF
                    || subject.staffNo() == null
                    || subject.staffNo().equals(judge.staffNo());
        }
    },
    /** Experts and sectors do not judge the institution they serve, unless the policy allows it. */
    NOT_OWN_INSTITUTION("campaign.conflict-own-institution") {
        @Override
        boolean allows(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
            return kind == ComponentKind.SELF
                    || rules.ownInstitution()
                    || judge.institution() == null
                    || !judge.institution().equals(subject.institution());
        }
    },
    /** In the self-evaluation of an institution or department somebody of another one does not speak. */
    SELF_IS_FROM_THERE("campaign.conflict-from-elsewhere") {
        @Override
        boolean allows(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
            return kind != ComponentKind.SELF
                    || subject.institution() == null
                    || judge.institution() == null
                    || judge.institution().equals(subject.institution());
        }
    };

    private final String code;

    ConflictRule(String code) {
        this.code = code;
    }

    /**
     * Who judges.
     *
     * @param staffNo null of somebody who is no member of staff
     * @param institution where they mainly serve; null when that is not known
     */
    record Judge(
            String name, @Nullable String staffNo, @Nullable UUID institution) {}

    abstract boolean allows(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules);

    /** Refuses (409) with the first reason found. */
    static void check(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
        for (ConflictRule rule : values()) {
            if (!rule.allows(kind, subject, judge, rules)) {
                throw Refusal.conflict(rule.code, judge.name(), subject.name());
            }
        }
    }
}
