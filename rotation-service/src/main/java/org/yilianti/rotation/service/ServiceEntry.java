package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reported service as it came in: person and place by id or by business number, not yet believed.
 *
 * @param sourceId the reporting system's own id, unique in the association
 * @param callUp the emergency call-up under which it was delivered, as the reporting system names it; null for ordinary service
 */
public record ServiceEntry(
        String sourceId,
        @Nullable UUID memberId,
        @Nullable String staffNo,
        @Nullable UUID institutionId,
        @Nullable String institutionCode,
        String kind,
        Instant startedAt,
        Instant endedAt,
        @Nullable UUID dutyId,
        @Nullable String callUp) {}
