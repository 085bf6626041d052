package org.yilianti.staff.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.PolicyTimeline;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.team.Drill.Arrival;

/** Keeps drills; whoever came in time has shown what they declared. */
@Component
class DrillBook {

    private static final int MOST = 500;

    private final DrillRepository drills;
    private final TeamWriter writer;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    DrillBook(DrillRepository drills, TeamWriter writer, Policies policies, AssociationCalendar calendar, Clock clock) {
        this.drills = drills;
        this.writer = writer;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Drills to be kept, of teams that are locked, and what they show. */
    record Page(Editor editor, TeamBatch batch, PolicyTimeline<TeamRules> rules, Map<Drill, List<Arrival>> held) {}

    /** @param serving everybody who serves in the teams now */
    Page open(Editor editor, Collection<TeamMember> serving) {
        return new Page(
                editor,
                new TeamBatch(editor, serving),
                policies.timeline(editor.association(), TeamRules.class, clock.instant()),
                new LinkedHashMap<>());
    }

    /** Notes a drill; its team has the next version then, which is given. */
    EmergencyTeam note(Page page, EmergencyTeam team, LocalDate heldOn, String subject, List<Arrival> arrivals) {
        int limit = page.rules().on(heldOn).readyMinutes();
        Drill drill = Drill.held(
                team,
                heldOn,
                subject,
                arrivals,
                limit,
                clock.instant(),
                page.editor().name());
        page.held().put(drill, arrivals);
        Map<UUID, TeamMember> byId =
                page.batch().serving(team.id()).stream().collect(Collectors.toMap(TeamMember::id, Function.identity()));
        arrivals.stream()
                .filter(arrival -> arrival.within(limit))
                .forEach(arrival -> show(page.batch(), byId.get(arrival.service()), arrival, drill));
        EmergencyTeam touched = team.touched();
        page.batch().changed("team.drilled", touched, drill);
        return touched;
    }

    /** Being there is better than any word, but for what was said since: it stands as declared and verified on the day of the drill. */
    private void show(TeamBatch batch, @Nullable TeamMember service, Arrival arrival, Drill drill) {
        Instant seen = calendar.latestOf(drill.heldOn());
        if (service != null && !service.heardAfter(seen)) {
            batch.revise(service.declared(arrival.minutes(), seen, "drill:" + drill.id())
                    .verified(seen, drill.recordedBy()));
        }
    }

    /** Writes what was noted. */
    void write(Page page) {
        drills.insert(page.held());
        writer.write(page.batch());
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
