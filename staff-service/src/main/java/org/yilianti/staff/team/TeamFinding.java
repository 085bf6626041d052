package org.yilianti.staff.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;
import org.yilianti.staff.team.TeamMember.Reliance;

/**
 * What one rule finds in a team.
 *
 * @param rule members, reserve, leader, deputies, skill and its code, ready, employed, drill, or the term itself
 * @param required people; days for a drill and for the end of the term
 * @param gap what is missing; 0 when the rule is met
 */
public record TeamFinding(UUID team, String rule, long required, long actual, long gap, boolean met) {

    /**
     * What is known of a team.
     *
     * @param serving those who are appointed in the association
     * @param gone how many more serve but have no appointment there any more
     * @param lastDrill null before the first
     */
    record Facts(
            List<TeamMember> serving, long gone, @Nullable LocalDate lastDrill, LocalDate today, Instant now) {

        long count(TeamDuty duty) {
            return serving.stream().filter(service -> service.duty() == duty).count();
        }

        List<TeamMember> counted() {
            return serving.stream()
                    .filter(service -> service.duty() != TeamDuty.RESERVE)
                    .toList();
        }
    }

    /** Every rule, met or not. */
    static List<TeamFinding> of(EmergencyTeam team, TeamRules rules, Facts facts) {
        List<TeamFinding> findings = new ArrayList<>();
        List<TeamMember> counted = facts.counted();
        findings.add(atLeast(team, "members", rules.members(), counted.size()));
        findings.add(atLeast(team, "reserve", rules.reserve(), facts.count(TeamDuty.RESERVE)));
        findings.add(atLeast(team, "leader", 1, facts.count(TeamDuty.LEADER)));
        findings.add(atLeast(team, "deputies", rules.leastDeputies(), facts.count(TeamDuty.DEPUTY)));
        for (SkillNeed need : team.details().needs()) {
            long having = counted.stream()
                    .filter(service -> service.skills().contains(need.skill()))
                    .count();
            findings.add(atLeast(team, "skill:" + need.skill(), need.atLeast(), having));
        }
        findings.add(atLeast(team, "ready", counted.size(), ready(counted, rules, facts.now())));
        long employed = facts.serving().size();
        findings.add(atLeast(team, "employed", employed + facts.gone(), employed));
        LocalDate last = facts.lastDrill();
        LocalDate due = (last == null ? team.term().from() : last).plusMonths(rules.drillMonths());
        findings.add(until(team, "drill", due, facts.today()));
        findings.add(until(team, "term", Objects.requireNonNull(team.term().to()), facts.today()));
        return findings;
    }

    /** Those of whom it is known, and not too old, that they can be there in time. */
    private static long ready(List<TeamMember> counted, TeamRules rules, Instant now) {
        return counted.stream()
                .filter(service -> {
                    Reliance reliance = service.reliance(now, rules.declarationDays());
                    return reliance == Reliance.DECLARED || reliance == Reliance.VERIFIED;
                })
                .filter(service -> {
                    var readiness = service.readiness();
                    Integer minutes = readiness == null ? null : readiness.minutes();
                    return minutes != null && minutes <= rules.readyMinutes();
                })
                .count();
    }

    private static TeamFinding atLeast(EmergencyTeam team, String rule, long required, long actual) {
        long gap = Math.max(0, required - actual);
        return new TeamFinding(team.id(), rule, required, actual, gap, gap == 0);
    }

    /** Days that are left; the gap is by how many the day is over. */
    private static TeamFinding until(EmergencyTeam team, String rule, LocalDate day, LocalDate today) {
        long left = today.until(day, ChronoUnit.DAYS);
        return new TeamFinding(team.id(), rule, 1, left, Math.max(0, 1 - left), left > 0);
    }
}
