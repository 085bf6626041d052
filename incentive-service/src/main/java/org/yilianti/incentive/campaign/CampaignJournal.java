package org.yilianti.incentive.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;

/** The steps of campaigns: kept, audited and announced. */
@Component
public class CampaignJournal {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    CampaignJournal(JdbcClient jdbc, AuditTrail audit, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What somebody did to a campaign, and why if they said so. */
    public record Step(
            long version,
            String status,
            String actor,
            @Nullable String reason,
            Instant at) {}

    /** All steps of a campaign, oldest first. */
    public List<Step> steps(UUID campaign) {
        return jdbc.sql("select * from campaign_step where campaign_id = ? order by version")
                .param(Ids.bytes(campaign))
                .query((row, number) -> new Step(
                        row.getLong("version"),
                        row.getString("status"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }

    void record(Caller caller, String action, Campaign after, @Nullable String reason) {
        record(caller, action, after, reason, Map.of());
    }

    void record(Caller caller, String action, Campaign after, @Nullable String reason, Map<String, ?> what) {
        jdbc.sql("""
                        insert into campaign_step (campaign_id, version, association_id, status, actor, reason, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(after.id()))
                .param(after.version())
                .param(Ids.bytes(after.association()))
                .param(after.status().code())
                .param(caller.name())
                .param(reason)
                .param(Timestamp.from(clock.instant()))
                .update();
        audit.record(AuditRecord.of(
                caller,
                action,
                "evaluation-campaign",
                after.id(),
                null,
                Map.of(
                        "version",
                        after.version(),
                        "status",
                        after.status().code(),
                        "edition",
                        after.edition(),
                        "reason",
                        reason == null ? "" : reason,
                        "change",
                        what)));
        outbox.publish(OutboxEvent.state(
                CampaignChanged.TOPIC,
                CampaignChanged.TYPE,
                after.association(),
                after.id(),
                after.version(),
                CampaignChanged.of(after)));
    }
}
