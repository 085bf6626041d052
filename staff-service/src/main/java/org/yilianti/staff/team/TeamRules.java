package org.yilianti.staff.team;

import java.util.List;
import org.yilianti.platform.problem.Refusal;

/**
 * What an emergency team must be (R12).
 *
 * @param members at least, leader and deputies counted
 * @param reserve at least
 * @param leastDeputies at least
 * @param mostDeputies at most
 * @param termYears years for which a team is set up
 * @param readyMinutes minutes in which everybody must be there
 * @param declarationDays days after which a declared or verified readiness is too old
 * @param drillMonths months within which a team drills again
 * @param leadDays days before the end of a term, or before the next drill is due, on which the office is told
 */
record TeamRules(
        int members,
        int reserve,
        int leastDeputies,
        int mostDeputies,
        int termYears,
        int readyMinutes,
        int declarationDays,
        int drillMonths,
        List<Integer> leadDays) {

    /** Refuses (422) numbers that make no sense. */
    TeamRules {
        leadDays = List.copyOf(leadDays);
        if (members < 1 || reserve < 0 || leastDeputies < 0 || mostDeputies < leastDeputies) {
            throw Refusal.invalid("policy.team-size-unfit", members, reserve, leastDeputies, mostDeputies);
        }
        if (termYears < 1 || readyMinutes < 1 || readyMinutes > 10080 || declarationDays < 1 || drillMonths < 1) {
            throw Refusal.invalid("policy.team-times-unfit", termYears, readyMinutes, declarationDays, drillMonths);
        }
        if (leadDays.isEmpty() || leadDays.stream().anyMatch(days -> days < 0 || days > 730)) {
            throw Refusal.invalid("policy.lead-days-unfit", 730);
        }
    }

    /** 30 members and 30 in reserve, a leader and 2 to 3 deputies, 3 years, ready in 2 hours (published team rules); the rest is custom. */
    static TeamRules standard() {
        return new TeamRules(30, 30, 2, 3, 3, 120, 180, 12, List.of(90, 30));
    }
}
