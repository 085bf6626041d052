package org.yilianti.staff.team;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;

/** What teams lack today by the policy. */
@Component
public class TeamReport {

    private final TeamMemberRepository services;
    private final DrillRepository drills;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TeamReport(
            TeamMemberRepository services,
            DrillRepository drills,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.services = services;
        this.drills = drills;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How far a service can be relied upon now. */
    public TeamMember.Reliance reliance(TeamMember service) {
        return service.reliance(
                clock.instant(),
                TeamPolicies.on(policies, service.association(), calendar.today())
                        .declarationDays());
    }

    /** Every rule for each of these teams, met or not. */
    public List<TeamFinding> findings(UUID association, List<EmergencyTeam> teams) {
        var today = calendar.today();
        TeamRules rules = TeamPolicies.on(policies, association, today);
        return teams.stream()
                .flatMap(team -> TeamFinding.of(
                        team,
                        rules,
                        new TeamFinding.Facts(
                                services.serving(team.id()),
                                services.gone(team.id(), today).size(),
                                drills.last(team.id()).orElse(null),
                                today,
                                clock.instant()))
                        .stream())
                .toList();
    }
}
