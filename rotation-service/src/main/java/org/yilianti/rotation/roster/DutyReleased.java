package org.yilianti.rotation.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.duty-released.v1}: a published duty lost its person. */
record DutyReleased(
        UUID id,
        UUID associationId,
        UUID dutyId,
        UUID planId,
        UUID memberId,
        UUID institutionId,
        String shift,
        Instant startsAt,
        Instant endsAt,
        String reason,
        Instant releasedAt) {

    /** @param duty as it was, with its person */
    static OutboxEvent of(Duty duty, String reason, Instant now) {
        UUID id = Ids.next();
        return OutboxEvent.fact(
                "rotation.duties",
                "rotation.duty-released.v1",
                duty.association(),
                duty.id(),
                id,
                new DutyReleased(
                        id,
                        duty.association(),
                        duty.id(),
                        duty.planId(),
                        Objects.requireNonNull(duty.memberId()),
                        duty.institutionId(),
                        duty.shift(),
                        duty.startsAt(),
                        duty.endsAt(),
                        reason,
                        now));
    }
}
