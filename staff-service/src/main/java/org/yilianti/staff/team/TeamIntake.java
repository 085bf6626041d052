package org.yilianti.staff.team;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Takes who serves in which team from a file, a batch at a time in the import's transaction; locks people, then teams, by their ids. */
@Component
public class TeamIntake {

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final TeamPlaces places;
    private final TeamDesk desk;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    TeamIntake(
            TeamRepository teams,
            TeamMemberRepository services,
            TeamPlaces places,
            TeamDesk desk,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.teams = teams;
        this.services = services;
        this.places = places;
        this.desk = desk;
        this.members = members;
        this.calendar = calendar;
    }

    /** What the entries of a batch refer to. */
    private record Known(Map<String, MemberId> people, Map<String, UUID> teams) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Known known = known(editor, entries);
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            UUID team = known.teams().get(key(entry.text("institutionCode", 50), entry.text("team", 200)));
            String staffNo = entry.text("staffNo", 50);
            MemberId member = known.people().get(staffNo);
            TeamDuty duty = entry.choice("duty", TeamDuty.class);
            List<String> skills = Skills.read(entry);
            if (!entry.faulty() && team == null) {
                entry.fault("team", "team.unknown", entry.key("team"));
            }
            if (!entry.faulty() && member == null) {
                entry.fault("staffNo", "unknown-member", staffNo);
            }
            if (!entry.faulty() && team != null && member != null) {
                taken = taken.plus(taken(editor, entry, team, member, duty, skills));
            }
        }
        return taken;
    }

    private Taken taken(Editor editor, Entry entry, UUID teamId, MemberId member, TeamDuty duty, List<String> skills) {
        EmergencyTeam team = teams.lock(editor.association(), teamId).orElseThrow();
        List<TeamMember> serving = services.serving(teamId);
        Optional<TeamMember> before = serving.stream()
                .filter(service -> service.member().equals(member))
                .findFirst();
        List<TeamMember> others = serving.stream()
                .filter(service -> !service.member().equals(member))
                .toList();
        try {
            places.judge(team, others, member, duty);
        } catch (Refusal refusal) {
            String field = refusal.code().equals("team.counts-elsewhere") ? "staffNo" : "duty";
            entry.fault(field, refusal.code(), refusal.args());
            return Taken.NOTHING;
        }
        return before.map(service -> revised(editor, team, service, service.revised(duty, skills)))
                .orElseGet(() -> begun(editor, team, member, duty, skills));
    }

    private Taken begun(Editor editor, EmergencyTeam team, MemberId member, TeamDuty duty, List<String> skills) {
        TeamMember begun = TeamMember.begun(team, member, duty, skills, calendar.today());
        services.insert(begun);
        desk.told(editor, "team.member-began", team, begun);
        return new Taken(1, 0, 0);
    }

    private Taken revised(Editor editor, EmergencyTeam team, TeamMember before, TeamMember revised) {
        if (revised.version() == before.version()) {
            return new Taken(0, 0, 1);
        }
        services.update(revised);
        desk.told(editor, "team.member-revised", team, revised);
        return new Taken(0, 1, 0);
    }

    private Known known(Editor editor, List<Entry> entries) {
        Set<String> staffNos = new HashSet<>();
        Set<String> names = new HashSet<>();
        entries.forEach(entry -> {
            staffNos.add(entry.key("staffNo"));
            names.add(entry.key("team"));
        });
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<String, MemberId> people = members.hold(editor.association(), everybody, staffNos);
        Map<UUID, EmergencyTeam> named = teams.standing(editor.association(), editor.scope(), names).stream()
                .collect(Collectors.toMap(EmergencyTeam::id, Function.identity()));
        Map<String, UUID> byName = new HashMap<>();
        for (UUID id : new TreeSet<>(named.keySet())) {
            teams.lock(editor.association(), id)
                    .filter(team -> team.dissolution() == null)
                    .ifPresent(team -> byName.put(
                            key(team.institution().code(), team.details().name()), id));
        }
        return new Known(people, byName);
    }

    private static String key(String institution, String name) {
        return institution + " " + name;
    }
}
