package org.yilianti.rotation.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record says: who did what, where and when. Two records that say the same are equal. */
public record ServiceContent(
        UUID memberId,
        UUID institutionId,
        @Nullable UUID dutyId,
        ServiceKind kind,
        Instant startedAt,
        Instant endedAt) {

    /** Whole minutes from start to end. */
    public int minutes() {
        return Math.toIntExact(Duration.between(startedAt, endedAt).toMinutes());
    }

    boolean overlaps(ServiceContent other) {
        return startedAt.isBefore(other.endedAt) && other.startedAt.isBefore(endedAt);
    }
}
