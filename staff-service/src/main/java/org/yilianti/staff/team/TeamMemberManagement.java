package org.yilianti.staff.team;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.team.TeamMember.Departure;

/** Lets people serve in teams and leave them; locks the person, then the team. */
@Service
public class TeamMemberManagement {

    private static final int MOST_SKILLS = 30;

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final TeamDesk desk;
    private final MemberDirectory members;
    private final TeamPlaces places;
    private final AssociationCalendar calendar;

    TeamMemberManagement(
            TeamRepository teams,
            TeamMemberRepository services,
            TeamDesk desk,
            MemberDirectory members,
            TeamPlaces places,
            AssociationCalendar calendar) {
        this.teams = teams;
        this.services = services;
        this.desk = desk;
        this.members = members;
        this.places = places;
        this.calendar = calendar;
    }

    /** Lets somebody of the association serve in a team; people come from every institution. */
    @Transactional
    public TeamMember begin(Editor editor, UUID teamId, MemberId member, Entry entry, int skills) {
        TeamDuty duty = entry.choice("duty", TeamDuty.class);
        List<String> able = skills(entry, skills);
        boolean known = members.hold(editor.association(), everybody(), member)
                .filter(person -> person.mergedInto() == null)
                .isPresent();
        if (!known) {
            throw Refusal.invalid("unknown-member", member).at("/memberId");
        }
        EmergencyTeam team = within(editor, teamId);
        entry.refuseIfFaulty();
        team.requireStanding();
        List<TeamMember> serving = services.serving(teamId);
        if (serving.stream().anyMatch(service -> service.member().equals(member))) {
            throw Refusal.conflict("team.serves-already").at("/memberId");
        }
        places.judge(team, serving, member, duty);
        TeamMember begun = TeamMember.begun(team, member, duty, able, calendar.today());
        services.insert(begun);
        return desk.told(editor, "team.member-began", team, begun);
    }

    /** Changes what somebody is in the team, or can do. */
    @Transactional
    public TeamMember revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry, int skills) {
        TeamDuty duty = entry.choice("duty", TeamDuty.class);
        List<String> able = skills(entry, skills);
        TeamDesk.Held held = desk.held(editor, Sight.of(editor.scope(), calendar.today()), id);
        expected.check(held.service().version());
        entry.refuseIfFaulty();
        TeamMember revised = held.service().revised(duty, able);
        if (revised.version() > held.service().version()) {
            List<TeamMember> others = services.serving(held.team().id()).stream()
                    .filter(service -> !service.id().equals(id))
                    .toList();
            places.judge(held.team(), others, revised.member(), duty);
            services.update(revised);
            desk.told(editor, "team.member-revised", held.team(), revised);
        }
        return revised;
    }

    @Transactional
    public TeamMember depart(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        return desk.changed(
                editor,
                Sight.of(editor.scope(), calendar.today()),
                id,
                entry,
                "team.member-departed",
                service -> service.departed(new Departure(calendar.today(), reason)));
    }

    /** A code in lower case with hyphens, as skills and purposes are. */
    static String code(Entry entry, String field) {
        String code = entry.text(field, 50);
        if (!code.isEmpty() && !code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            entry.fault(field, "invalid-code", code);
        }
        return code;
    }

    private static List<String> skills(Entry entry, int skills) {
        List<String> read = new ArrayList<>();
        if (skills > MOST_SKILLS) {
            entry.fault("skills", "too-many", MOST_SKILLS);
            return read;
        }
        for (int i = 0; i < skills; i++) {
            String skill = code(entry, "skills/" + i);
            if (read.contains(skill)) {
                entry.fault("skills/" + i, "repeated", skill);
            }
            read.add(skill);
        }
        return read;
    }

    private Sight everybody() {
        return Sight.of(InstitutionScope.ALL, calendar.today());
    }

    private EmergencyTeam within(Editor editor, UUID id) {
        return teams.lock(editor.association(), id)
                .filter(team -> editor.scope().permits(team.institution().code()))
                .orElseThrow(() -> Refusal.notFound("team.unknown", id));
    }
}
