package org.yilianti.staff.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;

/** What teams lack today by the policy. */
@Component
public class TeamReport {

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final DrillRepository drills;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TeamReport(
            TeamRepository teams,
            TeamMemberRepository services,
            DrillRepository drills,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.teams = teams;
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

    /** Every rule, met or not, for each of these teams whose institution belongs to the association today. */
    public List<TeamFinding> findings(UUID association, List<EmergencyTeam> teams) {
        LocalDate today = calendar.today();
        TeamRules rules = TeamPolicies.on(policies, association, today);
        List<EmergencyTeam> belonging = this.teams.belonging(teams, today);
        List<UUID> ids = belonging.stream().map(EmergencyTeam::id).toList();
        Set<UUID> employed = services.employed(ids, today);
        Map<UUID, List<TeamMember>> serving =
                services.serving(ids).stream().collect(Collectors.groupingBy(TeamMember::team));
        Map<UUID, LocalDate> drilled = drills.last(ids);
        return belonging.stream()
                .flatMap(team -> TeamFinding.of(
                        team,
                        rules,
                        facts(serving.getOrDefault(team.id(), List.of()), employed, drilled.get(team.id()), today))
                        .stream())
                .toList();
    }

    private TeamFinding.Facts facts(
            List<TeamMember> serving, Set<UUID> employed, @Nullable LocalDate drilled, LocalDate today) {
        List<TeamMember> counting = serving.stream()
                .filter(service -> employed.contains(service.id()))
                .toList();
        return new TeamFinding.Facts(counting, serving.size() - counting.size(), drilled, today, clock.instant());
    }
}
