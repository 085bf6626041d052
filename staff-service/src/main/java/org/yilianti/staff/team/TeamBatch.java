package org.yilianti.staff.team;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.entry.Editor;

/**
 * Teams and who serves in them as they stand after the rows judged so far, and what is to be written of that; touches no database. Each
 * change is an event and a trace of its own, as it is by form.
 */
class TeamBatch {

    /** The leader first. */
    private static final Comparator<TeamMember> IN_ORDER =
            Comparator.comparing(TeamMember::duty).thenComparing(TeamMember::id);

    private final Editor editor;
    private final Map<UUID, List<TeamMember>> serving = new HashMap<>();
    private final Map<UUID, EmergencyTeam> founded = new LinkedHashMap<>();
    private final Map<UUID, EmergencyTeam> changed = new LinkedHashMap<>();
    private final Map<UUID, TeamMember> begun = new LinkedHashMap<>();
    private final Map<UUID, TeamMember> revised = new LinkedHashMap<>();
    private final List<OutboxEvent> events = new ArrayList<>();
    private final List<AuditRecord> traces = new ArrayList<>();

    /** @param known everybody who serves in the teams at hand */
    TeamBatch(Editor editor, Collection<TeamMember> known) {
        this.editor = editor;
        known.forEach(service -> in(service.team()).add(service));
    }

    /** Everybody who serves in a team now, the leader first. */
    List<TeamMember> serving(UUID team) {
        return in(team).stream().sorted(IN_ORDER).toList();
    }

    private List<TeamMember> in(UUID team) {
        return serving.computeIfAbsent(team, none -> new ArrayList<>());
    }

    /** A team that was not known. */
    void setUp(EmergencyTeam team) {
        founded.put(team.id(), team);
        tell("team.set-up", team, team);
    }

    /** @param detail what changed */
    void changed(String action, EmergencyTeam team, Object detail) {
        changed.put(team.id(), team);
        tell(action, team, detail);
    }

    /** Somebody begins to serve; it is told with the change of their team. */
    void begin(TeamMember service) {
        begun.put(service.id(), service);
        in(service.team()).add(service);
    }

    /** Another version of somebody's service; it is told with the change of their team. */
    void revise(TeamMember service) {
        (begun.containsKey(service.id()) ? begun : revised).put(service.id(), service);
        in(service.team()).removeIf(known -> known.id().equals(service.id()));
        in(service.team()).add(service);
    }

    private void tell(String action, EmergencyTeam team, Object detail) {
        events.add(TeamChanged.announcement(team, serving(team.id())));
        traces.add(editor.did(
                action, "emergency-team", team.id(), team.institution().code(), detail));
    }

    Collection<EmergencyTeam> founded() {
        return founded.values();
    }

    Collection<EmergencyTeam> changed() {
        return changed.values();
    }

    Collection<TeamMember> begun() {
        return begun.values();
    }

    Collection<TeamMember> revised() {
        return revised.values();
    }

    List<OutboxEvent> events() {
        return events;
    }

    List<AuditRecord> traces() {
        return traces;
    }
}
