package org.yilianti.rotation.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.roster-published.v1}: a plan became the roster in force. */
record RosterPublished(
        UUID id,
        UUID associationId,
        UUID planId,
        String month,
        List<UUID> institutionIds,
        Instant publishedAt,
        int assigned,
        int open) {

    static OutboxEvent of(MonthlyPlan plan, int assigned, int open, Instant now) {
        UUID id = Ids.next();
        return OutboxEvent.fact(
                "rotation.rosters",
                "rotation.roster-published.v1",
                plan.association(),
                plan.id(),
                id,
                new RosterPublished(
                        id,
                        plan.association(),
                        plan.id(),
                        plan.month().toString(),
                        plan.institutionIds().stream().sorted().toList(),
                        now,
                        assigned,
                        open));
    }
}
