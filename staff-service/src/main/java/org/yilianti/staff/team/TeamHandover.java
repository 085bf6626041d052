package org.yilianti.staff.team;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Lets a person who was registered twice serve on as one. */
@Component
class TeamHandover implements MergedRecords {

    private final TeamMemberRepository services;
    private final TeamRepository teams;
    private final TeamAnnouncements announcements;

    TeamHandover(TeamMemberRepository services, TeamRepository teams, TeamAnnouncements announcements) {
        this.services = services;
        this.teams = teams;
        this.announcements = announcements;
    }

    /** Refuses (409) while both serve in one team, or count in two. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        List<UUID> concerned = services.teamsOf(duplicate);
        if (services.together(duplicate, survivor) > 0) {
            throw Refusal.conflict("team.both-serve").at("/duplicateId");
        }
        List<EmergencyTeam> touched = concerned.stream()
                .flatMap(id -> teams.lock(editor.association(), id).stream())
                .map(EmergencyTeam::touched)
                .toList();
        services.handOver(editor.association(), duplicate, survivor);
        touched.forEach(team -> {
            teams.update(team);
            announcements.announce(team);
        });
    }
}
