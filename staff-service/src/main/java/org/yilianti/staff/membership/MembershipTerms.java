package org.yilianti.staff.membership;

import java.util.List;
import org.yilianti.platform.problem.Refusal;

/**
 * When departures are to be noticed.
 *
 * @param departureLeadDays days before an institution leaves on which offices are told of what goes on there, the earliest first
 */
record MembershipTerms(List<Integer> departureLeadDays) {

    private static final int LONGEST_LEAD = 730;

    /** Refuses (422) lead times that do not fall. */
    MembershipTerms {
        departureLeadDays = List.copyOf(departureLeadDays);
        int before = LONGEST_LEAD + 1;
        for (int days : departureLeadDays) {
            if (days < 0 || days >= before) {
                throw Refusal.invalid("policy.lead-days-unfit", LONGEST_LEAD);
            }
            before = days;
        }
        if (departureLeadDays.isEmpty()) {
            throw Refusal.invalid("policy.lead-days-unfit", LONGEST_LEAD);
        }
    }

    /** What holds until an association decides otherwise. */
    static MembershipTerms standard() {
        return new MembershipTerms(List.of(90, 30, 0));
    }
}
