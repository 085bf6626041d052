package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberId;

/** Who serves in the teams at hand, as it stands after the entries judged so far; touches no database. */
class ServiceBook {

    private final TeamBatch batch;
    private final TeamRules rules;
    private final Map<UUID, EmergencyTeam> teams;
    private final Map<MemberId, UUID> counting;
    private final LocalDate today;

    /**
     * @param teams locked
     * @param counting the team in which each of the people counts, whether it is at hand or not
     */
    ServiceBook(
            TeamBatch batch,
            TeamRules rules,
            Map<UUID, EmergencyTeam> teams,
            Map<MemberId, UUID> counting,
            LocalDate today) {
        this.batch = batch;
        this.rules = rules;
        this.teams = teams;
        this.counting = counting;
        this.today = today;
    }

    Taken take(Entry entry, EmergencyTeam team, MemberId member, TeamDuty duty, List<String> skills) {
        List<TeamMember> serving = batch.serving(team.id());
        Optional<TeamMember> before = serving.stream()
                .filter(service -> service.member().equals(member))
                .findFirst();
        List<TeamMember> others = serving.stream()
                .filter(service -> !service.member().equals(member))
                .toList();
        try {
            TeamPlaces.judge(rules, others, duty, () -> !team.id().equals(counting.getOrDefault(member, team.id())));
        } catch (Refusal refusal) {
            String field = refusal.code().equals("team.counts-elsewhere") ? "staffNo" : "duty";
            entry.fault(field, refusal.code(), refusal.args());
            return Taken.NOTHING;
        }
        return before.map(service -> revised(team, service, service.revised(duty, skills)))
                .orElseGet(() -> begun(team, member, duty, skills));
    }

    private Taken begun(EmergencyTeam team, MemberId member, TeamDuty duty, List<String> skills) {
        TeamMember begun = TeamMember.begun(team, member, duty, skills, today);
        batch.begin(begun);
        touched(team, "team.member-began", begun);
        return new Taken(1, 0, 0);
    }

    private Taken revised(EmergencyTeam team, TeamMember before, TeamMember revised) {
        if (revised.version() == before.version()) {
            return new Taken(0, 0, 1);
        }
        batch.revise(revised);
        touched(team, "team.member-revised", revised);
        return new Taken(0, 1, 0);
    }

    private void touched(EmergencyTeam team, String action, TeamMember service) {
        if (service.duty() == TeamDuty.RESERVE) {
            counting.remove(service.member(), team.id());
        } else {
            counting.put(service.member(), team.id());
        }
        EmergencyTeam touched = team.touched();
        teams.put(team.id(), touched);
        batch.changed(action, touched, service);
    }
}
