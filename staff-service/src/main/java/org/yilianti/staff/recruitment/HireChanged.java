package org.yilianti.staff.recruitment;

import java.util.Objects;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.recruitment.Application.Hire;

/** Somebody was appointed by a campaign; the schema is {@code contracts/events/staff.recruitment-appointment-changed.v1}. */
record HireChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID campaignId,
        UUID positionId,
        UUID institutionId,
        UUID memberId,
        UUID appointmentId) {

    /** Of an application that became an appointment. */
    static OutboxEvent of(Application application) {
        Hire hire = Objects.requireNonNull(application.hire());
        return OutboxEvent.state(
                "staff.recruitment-appointments",
                "staff.recruitment-appointment-changed.v1",
                application.association(),
                application.id(),
                hire.version(),
                new HireChanged(
                        application.id(),
                        application.association(),
                        hire.version(),
                        application.campaign(),
                        application.position(),
                        application.institution().id().value(),
                        hire.member().value(),
                        hire.appointment().value()));
    }
}
