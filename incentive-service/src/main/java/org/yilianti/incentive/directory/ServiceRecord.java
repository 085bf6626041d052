package org.yilianti.incentive.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of delivered service as its newest event tells.
 *
 * @param minutes length as its source counts it, 1 to 1440
 * @param status recorded, confirmed, disputed or withdrawn
 * @param lawful whether the person might lawfully practise there and then
 * @param callUp the emergency call-up under which it was delivered; null for ordinary service
 */
public record ServiceRecord(
        UUID id,
        UUID association,
        long version,
        String sourceId,
        UUID member,
        UUID institution,
        String kind,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        boolean night,
        String status,
        boolean lawful,
        @Nullable String callUp) {}
