package org.yilianti.rotation.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;

/**
 * {@code rotation.duty-assigned.v1}: a published duty was given to somebody.
 *
 * @param previousMemberId who had it before; null when it was open
 * @param cause {@code assignment}, {@code replacement}, {@code swap} or {@code claim}
 */
record DutyAssigned(
        UUID id,
        UUID associationId,
        UUID dutyId,
        long dutyVersion,
        UUID planId,
        UUID memberId,
        @Nullable UUID previousMemberId,
        UUID institutionId,
        String shift,
        Instant startsAt,
        Instant endsAt,
        String cause,
        Instant assignedAt) {

    /** @param duty as it is now */
    static OutboxEvent of(Duty duty, @Nullable UUID previous, String cause, Instant now) {
        UUID id = Ids.next();
        return OutboxEvent.fact(
                "rotation.duties",
                "rotation.duty-assigned.v1",
                duty.association(),
                duty.id(),
                id,
                new DutyAssigned(
                        id,
                        duty.association(),
                        duty.id(),
                        duty.version(),
                        duty.planId(),
                        Objects.requireNonNull(duty.memberId()),
                        previous,
                        duty.institutionId(),
                        duty.shift(),
                        duty.startsAt(),
                        duty.endsAt(),
                        cause,
                        now));
    }
}
