package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** A session changed: its whole public state; the schema is {@code contracts/events/staff.training-session-changed.v1}. */
record SessionChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID programmeId,
        UUID institutionId,
        String place,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate applyUntil,
        int capacity,
        long costFen,
        List<Criterion> criteria,
        List<String> tieRule,
        String state) {

    /** What a place is given by. */
    record Criterion(String measure, BigDecimal weight, BigDecimal full) {

        private static Criterion of(SelectionRules.Criterion criterion) {
            return new Criterion(criterion.measure().code(), criterion.weight(), criterion.full());
        }
    }

    static OutboxEvent announcement(Session session) {
        return OutboxEvent.state(
                "staff.training-sessions",
                "staff.training-session-changed.v1",
                session.association(),
                session.id(),
                session.version(),
                of(session));
    }

    private static SessionChanged of(Session session) {
        Session.Details details = session.details();
        return new SessionChanged(
                session.id(),
                session.association(),
                session.version(),
                session.programme(),
                session.institution().id().value(),
                details.place(),
                details.startsOn(),
                details.endsOn(),
                details.applyUntil(),
                details.capacity(),
                details.cost().fen(),
                session.rules().criteria().stream().map(Criterion::of).toList(),
                session.rules().tieRule().stream().map(SelectionMeasure::code).toList(),
                session.state().code());
    }
}
