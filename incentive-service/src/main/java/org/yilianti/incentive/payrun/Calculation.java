package org.yilianti.incentive.payrun;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calculation that was asked for.
 *
 * @param status queued, finished, failed or cancelled
 * @param failureCode why it failed, as a message code; null unless failed
 */
public record Calculation(
        UUID id,
        UUID association,
        PayRunId run,
        String status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String failureCode,
        List<Object> failureArgs) {}
