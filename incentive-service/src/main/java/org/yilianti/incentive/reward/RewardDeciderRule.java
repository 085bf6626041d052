package org.yilianti.incentive.reward;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.problem.Refusal;

/** Who may not decide something about a case. */
enum RewardDeciderRule {
    /** Nobody is judge in their own cause. */
    NOT_WHOM_IT_IS_ABOUT("reward.decider-subject") {
        @Override
        boolean excludes(RewardCase one, Caller decider) {
            String staffNo = one.subject().staffNo();
            return staffNo != null && staffNo.equals(decider.staffNo());
        }
    },
    NOT_WHO_PROPOSED_IT("reward.decider-proposed") {
        @Override
        boolean excludes(RewardCase one, Caller decider) {
            return decider.name().equals(one.proposed().by());
        }
    },
    /** Whoever decided the case does not judge the objection to it. */
    NOT_WHO_DECIDED_IT("reward.decider-decided") {
        @Override
        boolean excludes(RewardCase one, Caller decider) {
            return is(decider, one.decided() == null ? null : one.decided().by());
        }
    },
    NOT_WHO_OBJECTED("reward.decider-objected") {
        @Override
        boolean excludes(RewardCase one, Caller decider) {
            return is(decider, one.objection() == null ? null : one.objection().by());
        }
    },
    NOT_WHO_ASKED_TO_REVOKE_IT("reward.decider-asked") {
        @Override
        boolean excludes(RewardCase one, Caller decider) {
            return is(
                    decider, one.revocation() == null ? null : one.revocation().askedBy());
        }
    };

    static final Set<RewardDeciderRule> OF_PROPOSALS = EnumSet.of(NOT_WHOM_IT_IS_ABOUT, NOT_WHO_PROPOSED_IT);
    static final Set<RewardDeciderRule> OF_OBJECTIONS =
            EnumSet.of(NOT_WHOM_IT_IS_ABOUT, NOT_WHO_PROPOSED_IT, NOT_WHO_DECIDED_IT, NOT_WHO_OBJECTED);
    static final Set<RewardDeciderRule> OF_REVOCATIONS = EnumSet.of(NOT_WHOM_IT_IS_ABOUT, NOT_WHO_ASKED_TO_REVOKE_IT);

    private final String code;

    RewardDeciderRule(String code) {
        this.code = code;
    }

    abstract boolean excludes(RewardCase one, Caller decider);

    /** Refuses (403) with the first reason found. */
    static void check(Set<RewardDeciderRule> rules, RewardCase one, Caller decider) {
        for (RewardDeciderRule rule : rules) {
            if (rule.excludes(one, decider)) {
                throw Refusal.forbidden(rule.code, decider.name());
            }
        }
    }

    private static boolean is(Caller decider, @Nullable String name) {
        return decider.name().equals(name);
    }
}
