package org.yilianti.staff.contract;

import java.util.List;
import org.yilianti.platform.problem.Refusal;

/**
 * When the end of contracts is to be noticed.
 *
 * @param endLeadDays days before the end on which the office is reminded, the earliest first
 */
record ContractTerms(List<Integer> endLeadDays) {

    private static final int LONGEST_LEAD = 730;

    /** Refuses (422) lead times that do not fall. */
    ContractTerms {
        endLeadDays = List.copyOf(endLeadDays);
        if (endLeadDays.isEmpty()) {
            throw Refusal.invalid("policy.lead-days-unfit", LONGEST_LEAD);
        }
        for (int i = 0; i < endLeadDays.size(); i++) {
            int before = i == 0 ? LONGEST_LEAD + 1 : endLeadDays.get(i - 1);
            if (endLeadDays.get(i) < 0 || endLeadDays.get(i) >= before) {
                throw Refusal.invalid("policy.lead-days-unfit", LONGEST_LEAD);
            }
        }
    }

    /** What holds until an association decides otherwise; a month's notice is the least that labour law knows. */
    static ContractTerms standard() {
        return new ContractTerms(List.of(90, 30, 0));
    }
}
