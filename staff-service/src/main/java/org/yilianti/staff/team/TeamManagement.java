package org.yilianti.staff.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.team.EmergencyTeam.Details;
import org.yilianti.staff.team.EmergencyTeam.Dissolution;
import org.yilianti.staff.team.EmergencyTeam.Renewal;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;

/** Sets teams up, renews their terms and dissolves them. */
@Service
public class TeamManagement {

    private static final int MOST_NEEDS = 50;

    private final TeamRepository teams;
    private final TeamAnnouncements announcements;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TeamManagement(
            TeamRepository teams,
            TeamAnnouncements announcements,
            InstitutionDirectory institutions,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.teams = teams;
        this.announcements = announcements;
        this.institutions = institutions;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Sets up a team for a term by the policy. */
    @Transactional
    public EmergencyTeam setUp(Editor editor, Entry entry, int needs) {
        String code = entry.text("institutionCode", 50);
        Details details = details(entry, needs);
        LocalDate from = entry.date("termFrom");
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        int years = TeamPolicies.on(policies, editor.association(), from).termYears();
        EmergencyTeam team = EmergencyTeam.setUp(
                editor.association(),
                new InstitutionRef(Objects.requireNonNull(place), code),
                details,
                new DatePeriod(from, from.plusYears(years)),
                clock.instant(),
                editor.name());
        teams.insert(List.of(team));
        return told(editor, "team.set-up", team);
    }

    /** Changes what a team is for and what it needs. */
    @Transactional
    public EmergencyTeam revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry, int needs) {
        EmergencyTeam known = within(editor, id);
        expected.check(known.version());
        Details details = details(entry, needs);
        entry.refuseIfFaulty();
        EmergencyTeam revised = known.revised(details);
        if (revised.version() > known.version()) {
            teams.update(revised);
            told(editor, "team.revised", revised);
        }
        return revised;
    }

    /** Decides on the next term; never by who set the team up. */
    @Transactional
    public EmergencyTeam renew(Editor editor, UUID id) {
        EmergencyTeam known = within(editor, id);
        LocalDate today = calendar.today();
        int years = TeamPolicies.on(policies, editor.association(), today).termYears();
        EmergencyTeam renewed = known.renewed(today, years, new Renewal(clock.instant(), editor.name()));
        teams.update(renewed);
        return told(editor, "team.renewed", renewed);
    }

    /** Dissolves a team as of today; who served in it is free for others. */
    @Transactional
    public EmergencyTeam dissolve(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        EmergencyTeam known = within(editor, id);
        entry.refuseIfFaulty();
        Dissolution how = new Dissolution(calendar.today(), reason);
        EmergencyTeam dissolved = known.dissolved(how);
        teams.release(id, how);
        teams.update(dissolved);
        return told(editor, "team.dissolved", dissolved);
    }

    static Details details(Entry entry, int needs) {
        String name = entry.text("name", 200);
        String purpose = TeamMemberManagement.code(entry, "purpose");
        List<SkillNeed> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (needs > MOST_NEEDS) {
            entry.fault("needs", "too-many", MOST_NEEDS);
            return new Details(name, purpose, List.of());
        }
        for (int i = 0; i < needs; i++) {
            String skill = TeamMemberManagement.code(entry, "needs/" + i + "/skill");
            if (!seen.add(skill)) {
                entry.fault("needs/" + i + "/skill", "repeated", skill);
            }
            read.add(new SkillNeed(
                    skill,
                    entry.number("needs/" + i + "/atLeast", "1", "1000", 0).intValue()));
        }
        return new Details(name, purpose, read);
    }

    private EmergencyTeam within(Editor editor, UUID id) {
        return teams.lock(editor.association(), id)
                .filter(team -> editor.scope().permits(team.institution().code()))
                .orElseThrow(() -> Refusal.notFound("team.unknown", id));
    }

    private EmergencyTeam told(Editor editor, String action, EmergencyTeam team) {
        announcements.changed(editor, action, team, team);
        return team;
    }
}
