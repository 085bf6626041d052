package org.yilianti.incentive.payrun;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calculation that was asked for.
 *
 * @param status queued, finished, failed or cancelled
 * @param stage open, records, people, balance, lines, statements, close, or done
 * @param failureCode why it failed, as a message code; null unless failed
 */
public record Calculation(
        UUID id,
        UUID association,
        PayRunId run,
        String status,
        String stage,
        String requestedBy,
        Instant requestedAt,
        @Nullable String failureCode,
        List<Object> failureArgs) {}
