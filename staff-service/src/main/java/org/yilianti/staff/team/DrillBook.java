package org.yilianti.staff.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.team.Drill.Arrival;

/** Keeps drills; whoever came in time has shown what they declared. */
@Component
class DrillBook {

    private static final int MOST = 500;

    private final DrillRepository drills;
    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final TeamAnnouncements announcements;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    DrillBook(
            DrillRepository drills,
            TeamRepository teams,
            TeamMemberRepository services,
            TeamAnnouncements announcements,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.drills = drills;
        this.teams = teams;
        this.services = services;
        this.announcements = announcements;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Keeps a drill of a team that is locked.
     *
     * @param serving everybody who serves in it now
     */
    Drill keep(
            Editor editor,
            EmergencyTeam team,
            LocalDate heldOn,
            String subject,
            List<Arrival> arrivals,
            Collection<TeamMember> serving) {
        Map<UUID, TeamMember> byId = serving.stream().collect(Collectors.toMap(TeamMember::id, Function.identity()));
        TeamRules rules = TeamPolicies.on(policies, editor.association(), heldOn);
        Drill drill = Drill.held(team, heldOn, subject, arrivals, rules.readyMinutes(), clock.instant(), editor.name());
        drills.insert(drill, arrivals);
        arrivals.stream()
                .filter(arrival -> arrival.within(rules.readyMinutes()))
                .forEach(arrival -> show(byId, arrival, drill));
        EmergencyTeam touched = team.touched();
        teams.update(touched);
        announcements.changed(editor, "team.drilled", touched, drill);
        return drill;
    }

    /** Being there is better than any word, but for what was said since: it stands as declared and verified on the day of the drill. */
    private void show(Map<UUID, TeamMember> serving, Arrival arrival, Drill drill) {
        TeamMember service = serving.get(arrival.service());
        Instant seen = calendar.latestOf(drill.heldOn());
        if (service != null && !service.heardAfter(seen)) {
            services.update(service.declared(arrival.minutes(), seen, "drill:" + drill.id())
                    .verified(seen, drill.recordedBy()));
        }
    }

    /** Who was called, in fields {@code arrivals/0/minutes} and so on; faults those who do not serve in the team or are named twice. */
    static List<Arrival> arrivals(Entry entry, List<UUID> called, Collection<UUID> serving) {
        List<Arrival> arrivals = new ArrayList<>();
        if (called.isEmpty() || called.size() > MOST) {
            entry.fault("arrivals", called.isEmpty() ? "required" : "too-many", MOST);
            return arrivals;
        }
        for (int i = 0; i < called.size(); i++) {
            UUID service = called.get(i);
            String at = "arrivals/" + i;
            if (!serving.contains(service)) {
                entry.fault(at + "/teamMemberId", "unknown-team-member", service);
            } else if (arrivals.stream().anyMatch(arrival -> arrival.service().equals(service))) {
                entry.fault(at + "/teamMemberId", "repeated", service);
            }
            var minutes = entry.optionalNumber(at + "/minutes", "0", "10080", 0);
            arrivals.add(new Arrival(service, minutes == null ? null : (Integer) minutes.intValue()));
        }
        return arrivals;
    }
}
