package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's presence at a place.
 *
 * @param leftAt null while present
 * @param recordId the record of service that leaving made; null while present
 */
public record CheckIn(
        UUID id,
        UUID association,
        UUID memberId,
        UUID institutionId,
        @Nullable UUID dutyId,
        ServiceKind kind,
        Instant cameAt,
        String checkedInBy,
        @Nullable Instant leftAt,
        @Nullable UUID recordId) {

    /** All that ever happens to one is that the person leaves. */
    public long version() {
        return leftAt == null ? 1 : 2;
    }
}
