package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.team.Drill.Arrival;

/** Records drills. */
@Service
public class DrillManagement {

    private final DrillBook book;
    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final AssociationCalendar calendar;

    DrillManagement(DrillBook book, TeamRepository teams, TeamMemberRepository services, AssociationCalendar calendar) {
        this.book = book;
        this.teams = teams;
        this.services = services;
        this.calendar = calendar;
    }

    /** Records a drill with everybody who was called; arrivals of others than those who serve in the team are refused (422). */
    @Transactional
    public Drill record(Editor editor, UUID teamId, Entry entry, List<UUID> called) {
        LocalDate heldOn = entry.date("heldOn");
        String subject = entry.text("subject", 200);
        if (heldOn.isAfter(calendar.today())) {
            entry.fault("heldOn", "in-future", heldOn);
        }
        EmergencyTeam team = teams.lock(editor.association(), teamId)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("team.unknown", teamId));
        List<TeamMember> serving = services.serving(teamId);
        List<Arrival> arrivals = DrillBook.arrivals(
                entry, called, serving.stream().map(TeamMember::id).toList());
        entry.refuseIfFaulty();
        team.requireStanding();
        DrillBook.Page page = book.open(editor, serving);
        book.note(page, team, heldOn, subject, arrivals);
        book.write(page);
        return page.held().keySet().iterator().next();
    }
}
