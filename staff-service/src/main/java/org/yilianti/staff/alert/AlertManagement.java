package org.yilianti.staff.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.alert.Alert.Acknowledgement;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Raises, brings nearer and settles alerts, and takes acknowledgements. */
@Service
public class AlertManagement {

    private static final int BATCH = 500;

    private final AlertRepository alerts;
    private final GroundComparison comparison;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AlertManagement(
            AlertRepository alerts,
            GroundComparison comparison,
            JdbcClient jdbc,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.alerts = alerts;
        this.comparison = comparison;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Compares a ground with its alerts, a batch at a time, alone; whether there may be more to do. */
    @Transactional
    public boolean compare(UUID association, AlertGround ground) {
        Instant now = clock.instant();
        hold(association, ground, now);
        List<Alert> raised = new ArrayList<>();
        List<Alert> changed = new ArrayList<>();
        comparison.differing(ground, association, calendar.today(), BATCH).forEach(found -> Optional.ofNullable(
                        found.alert())
                .ifPresentOrElse(
                        alert -> changed.add(alert.broughtTo(found.lead())),
                        () -> raised.add(
                                Alert.raised(association, found.matter(ground), found.office(), found.lead(), now))));
        comparison.groundless(ground, association, calendar.today(), BATCH).stream()
                .map(alert -> alert.settled(now))
                .forEach(changed::add);
        alerts.insert(raised);
        alerts.update(changed);
        outbox.publish(raised.stream().map(Alert::announcement).toList());
        outbox.publish(changed.stream().map(Alert::announcement).toList());
        return raised.size() + changed.size() >= BATCH;
    }

    /** Notes that somebody sees to it; refuses (409) what is settled. */
    @Transactional
    public Alert acknowledge(Editor editor, UUID id, Entry entry) {
        String note = entry.optionalText("note", 500);
        Alert alert = alerts.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.office().code()))
                .orElseThrow(() -> Refusal.notFound("alert.unknown", id));
        entry.refuseIfFaulty();
        Alert acknowledged = alert.acknowledged(new Acknowledgement(clock.instant(), editor.name(), note));
        alerts.update(List.of(acknowledged));
        outbox.publish(acknowledged.announcement());
        audit.record(
                editor.did("alert.acknowledged", "alert", id, alert.office().code(), AlertChanged.of(acknowledged)));
        return acknowledged;
    }

    /** Takes the one row that stands for this comparison, so that replicas do not raise the same alert twice. */
    private void hold(UUID association, AlertGround ground, Instant now) {
        jdbc.sql("""
                        insert into alert_pass (association_id, kind, next_at) values (:association, :kind, :next)
                        on duplicate key update next_at = :next
                        """)
                .param("association", Ids.bytes(association))
                .param("kind", ground.kind())
                .param("next", Timestamp.from(now.plus(ground.every())))
                .update();
    }
}
