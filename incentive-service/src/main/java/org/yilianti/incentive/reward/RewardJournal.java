package org.yilianti.incentive.reward;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;

/** Tells of every change of a case, in its transaction: an audit row and an event. */
@Component
class RewardJournal {

    private final AuditTrail audit;
    private final Outbox outbox;

    RewardJournal(AuditTrail audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    void record(Caller caller, String action, RewardCase one, String reason) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "reward",
                one.id(),
                one.subject().institutionCode(),
                Map.of(
                        "version", one.version(),
                        "status", one.status().code(),
                        "measure", one.measure().code(),
                        "subject", one.subject().name(),
                        "amountFen", one.amount().fen(),
                        "reason", reason)));
        outbox.publish(OutboxEvent.state(
                RewardChanged.TOPIC,
                RewardChanged.TYPE,
                one.association(),
                one.id(),
                one.version(),
                RewardChanged.of(one)));
    }
}
