package org.yilianti.rotation.service;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; null does not narrow. A record belongs to the month in which it began.
 *
 * @param flagged whether a blocking flag is still open
 */
public record RecordFilter(
        @Nullable UUID institutionId,
        @Nullable UUID memberId,
        @Nullable YearMonth month,
        @Nullable RecordStatus status,
        @Nullable ServiceKind kind,
        @Nullable Boolean flagged) {}
