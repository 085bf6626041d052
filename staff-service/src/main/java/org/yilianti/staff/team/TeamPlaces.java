package org.yilianti.staff.team;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.member.MemberId;

/** Whether a team has a place for somebody: one leader, deputies by policy, nobody counted twice. */
@Component
class TeamPlaces {

    private final TeamMemberRepository services;
    private final Policies policies;
    private final AssociationCalendar calendar;

    TeamPlaces(TeamMemberRepository services, Policies policies, AssociationCalendar calendar) {
        this.services = services;
        this.policies = policies;
        this.calendar = calendar;
    }

    /**
     * Refuses (409) a duty that is taken or would count somebody twice.
     *
     * @param others everybody else who serves in the team, which is locked
     */
    void judge(EmergencyTeam team, List<TeamMember> others, MemberId member, TeamDuty duty) {
        TeamRules rules = TeamPolicies.on(policies, team.association(), calendar.today());
        judge(rules, others, duty, () -> services.countsElsewhere(member, team.id()));
    }

    /** @param countsElsewhere whether the person counts in another team; asked only where it matters */
    static void judge(TeamRules rules, List<TeamMember> others, TeamDuty duty, BooleanSupplier countsElsewhere) {
        long same = others.stream().filter(service -> service.duty() == duty).count();
        if (duty == TeamDuty.LEADER && same > 0) {
            throw Refusal.conflict("team.has-leader").at("/duty");
        }
        if (duty == TeamDuty.DEPUTY && same >= rules.mostDeputies()) {
            throw Refusal.conflict("team.deputies-full", rules.mostDeputies()).at("/duty");
        }
        if (duty != TeamDuty.RESERVE && countsElsewhere.getAsBoolean()) {
            throw Refusal.conflict("team.counts-elsewhere").at("/memberId");
        }
    }
}
