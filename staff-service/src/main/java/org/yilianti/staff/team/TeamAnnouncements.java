package org.yilianti.staff.team;

import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;

/** Tells of a team with everybody in it, and keeps the trace of who changed what. */
@Component
class TeamAnnouncements {

    private final TeamMemberRepository services;
    private final Outbox outbox;
    private final AuditTrail audit;

    TeamAnnouncements(TeamMemberRepository services, Outbox outbox, AuditTrail audit) {
        this.services = services;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param detail what changed */
    void changed(Editor editor, String action, EmergencyTeam team, Object detail) {
        announce(team);
        audit.record(editor.did(
                action, "emergency-team", team.id(), team.institution().code(), detail));
    }

    void announce(EmergencyTeam team) {
        outbox.publish(TeamChanged.announcement(team, services.serving(team.id())));
    }
}
