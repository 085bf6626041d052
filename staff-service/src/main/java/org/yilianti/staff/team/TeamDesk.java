package org.yilianti.staff.team;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.Sight;

/** Where everybody's service is changed: the person and the team are locked, and the team is told of anew. */
@Component
class TeamDesk {

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final TeamAnnouncements announcements;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    TeamDesk(
            TeamRepository teams,
            TeamMemberRepository services,
            TeamAnnouncements announcements,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.teams = teams;
        this.services = services;
        this.announcements = announcements;
        this.members = members;
        this.calendar = calendar;
    }

    /** A service and its team, locked. */
    record Held(TeamMember service, EmergencyTeam team) {}

    TeamMember changed(Editor editor, Sight who, UUID id, Entry entry, String action, UnaryOperator<TeamMember> how) {
        Held held = held(editor, who, id);
        entry.refuseIfFaulty();
        TeamMember changed = how.apply(held.service());
        services.update(changed);
        return told(editor, action, held.team(), changed);
    }

    /** Only the office that keeps the team, or the person where they may, reaches a service. */
    Held held(Editor editor, Sight who, UUID id) {
        TeamMember found = own(editor, who, id)
                .or(() -> services.find(editor.association(), Sight.of(who.offices(), calendar.today()), id)
                        .filter(service ->
                                who.offices().permits(service.institution().code())))
                .orElseThrow(() -> Refusal.notFound("team.member-unknown", id));
        members.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), found.member());
        EmergencyTeam team = teams.lock(editor.association(), found.team()).orElseThrow();
        return new Held(services.find(editor.association(), who, id).orElseThrow(), team);
    }

    /** The service, if it is that of the caller. */
    private Optional<TeamMember> own(Editor editor, Sight who, UUID id) {
        return who.ownStaffNo() == null
                ? Optional.empty()
                : services.find(
                        editor.association(), new Sight(InstitutionScope.NONE, who.ownStaffNo(), calendar.today()), id);
    }

    /** The team has a new version, since it says something else of who serves in it. */
    TeamMember told(Editor editor, String action, EmergencyTeam team, TeamMember service) {
        EmergencyTeam touched = team.touched();
        teams.update(touched);
        announcements.changed(editor, action, touched, service);
        return service;
    }
}
