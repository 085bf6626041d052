package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.policy.Policies;
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
    private final TeamWriter writer;
    private final MemberDirectory members;
    private final Policies policies;
    private final AssociationCalendar calendar;

    TeamIntake(
            TeamRepository teams,
            TeamMemberRepository services,
            TeamWriter writer,
            MemberDirectory members,
            Policies policies,
            AssociationCalendar calendar) {
        this.teams = teams;
        this.services = services;
        this.writer = writer;
        this.members = members;
        this.policies = policies;
        this.calendar = calendar;
    }

    /** What the entries of a batch refer to. */
    private record Known(Map<String, MemberId> people, Map<UUID, EmergencyTeam> teams, Map<Name, UUID> byName) {}

    private record Name(String institution, String team) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Known known = known(editor, entries);
        TeamBatch batch = new TeamBatch(editor, services.serving(known.teams().keySet()));
        ServiceBook book = book(editor, batch, known);
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            UUID team = known.byName().get(new Name(entry.text("institutionCode", 50), entry.text("team", 200)));
            EmergencyTeam found = team == null ? null : known.teams().get(team);
            String staffNo = entry.text("staffNo", 50);
            MemberId member = known.people().get(staffNo);
            TeamDuty duty = entry.choice("duty", TeamDuty.class);
            List<String> skills = Skills.read(entry);
            if (!entry.faulty() && found == null) {
                entry.fault("team", "team.unknown", entry.key("team"));
            }
            if (!entry.faulty() && member == null) {
                entry.fault("staffNo", "unknown-member", staffNo);
            }
            if (!entry.faulty() && found != null && member != null) {
                taken = taken.plus(book.take(entry, found, member, duty, skills));
            }
        }
        writer.write(batch);
        return taken;
    }

    private ServiceBook book(Editor editor, TeamBatch batch, Known known) {
        LocalDate today = calendar.today();
        TeamRules rules = TeamPolicies.on(policies, editor.association(), today);
        return new ServiceBook(
                batch, rules, known.teams(), services.counting(known.people().values()), today);
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
        Map<UUID, EmergencyTeam> found = new HashMap<>();
        Map<Name, UUID> byName = new HashMap<>();
        teams.lockNamed(editor.association(), editor.scope(), names).forEach(team -> {
            found.put(team.id(), team);
            byName.put(new Name(team.institution().code(), team.details().name()), team.id());
        });
        return new Known(people, found, byName);
    }
}
