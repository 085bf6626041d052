package org.yilianti.incentive.payout;

import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/** Who may hand a file over to the bank. */
enum ReleaseRule {
    /** Two people for each payment. */
    NOT_BY_WHO_PREPARED_IT("payout.releaser-prepared") {
        @Override
        boolean allows(PayFile file, String releaser, Set<String> accountsEnteredBy) {
            return !releaser.equals(file.preparedBy());
        }
    },
    /** Nobody sends money to an account of their own choice. */
    NOT_BY_WHO_ENTERED_AN_ACCOUNT("payout.releaser-entered-account") {
        @Override
        boolean allows(PayFile file, String releaser, Set<String> accountsEnteredBy) {
            return !accountsEnteredBy.contains(releaser);
        }
    };

    private final String code;

    ReleaseRule(String code) {
        this.code = code;
    }

    abstract boolean allows(PayFile file, String releaser, Set<String> accountsEnteredBy);

    static void check(PayFile file, String releaser, Set<String> accountsEnteredBy) {
        for (ReleaseRule rule : values()) {
            if (!rule.allows(file, releaser, accountsEnteredBy)) {
                throw Refusal.forbidden(rule.code, releaser);
            }
        }
    }
}
