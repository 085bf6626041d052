package org.yilianti.incentive.appeal;

import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/** Who may decide an appeal. */
enum DeciderRule {
    /** Nobody is judge in their own cause. */
    NOT_WHO_LODGED_IT("appeal.decider-lodged") {
        @Override
        boolean allows(Appeal appeal, Set<String> involved, String decider) {
            return !decider.equals(appeal.lodgedBy());
        }
    },
    /** Whoever had a part in what is contested does not judge it either. */
    NOT_WHO_IS_INVOLVED("appeal.decider-involved") {
        @Override
        boolean allows(Appeal appeal, Set<String> involved, String decider) {
            return !involved.contains(decider);
        }
    };

    private final String code;

    DeciderRule(String code) {
        this.code = code;
    }

    abstract boolean allows(Appeal appeal, Set<String> involved, String decider);

    static void check(Appeal appeal, Set<String> involved, String decider) {
        for (DeciderRule rule : values()) {
            if (!rule.allows(appeal, involved, decider)) {
                throw Refusal.forbidden(rule.code, decider);
            }
        }
    }
}
