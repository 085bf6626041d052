package org.yilianti.staff.training;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** An enrolment changed: its whole public state; the schema is {@code contracts/events/staff.training-enrolment-changed.v1}. */
record EnrolmentChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID sessionId,
        UUID memberId,
        UUID institutionId,
        int priority,
        String state,
        @Nullable Integer rank,
        long costFen,
        int costYear,
        @Nullable Integer attendedPercent) {

    static OutboxEvent announcement(Enrolment enrolment) {
        return OutboxEvent.state(
                "staff.training-enrolments",
                "staff.training-enrolment-changed.v1",
                enrolment.association(),
                enrolment.id(),
                enrolment.version(),
                of(enrolment));
    }

    private static EnrolmentChanged of(Enrolment enrolment) {
        return new EnrolmentChanged(
                enrolment.id(),
                enrolment.association(),
                enrolment.version(),
                enrolment.session(),
                enrolment.member().value(),
                enrolment.institution().id().value(),
                enrolment.priority(),
                enrolment.state().code(),
                Optional.ofNullable(enrolment.standing())
                        .map(Enrolment.Standing::rank)
                        .orElse(null),
                enrolment.cost().fen(),
                enrolment.costYear(),
                Optional.ofNullable(enrolment.result())
                        .map(Enrolment.Result::attendedPercent)
                        .orElse(null));
    }
}
