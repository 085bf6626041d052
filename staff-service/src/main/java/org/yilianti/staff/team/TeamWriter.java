package org.yilianti.staff.team;

import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;

/** Writes what a batch of rows changed, each table at once, then tells of it. */
@Component
class TeamWriter {

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final Outbox outbox;
    private final AuditTrail audit;

    TeamWriter(TeamRepository teams, TeamMemberRepository services, Outbox outbox, AuditTrail audit) {
        this.teams = teams;
        this.services = services;
        this.outbox = outbox;
        this.audit = audit;
    }

    void write(TeamBatch batch) {
        teams.insert(batch.founded());
        teams.update(batch.changed());
        services.update(batch.revised());
        services.insert(batch.begun());
        outbox.publish(batch.events());
        audit.record(batch.traces());
    }
}
