package org.yilianti.rotation.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are asked for; null does not narrow.
 *
 * @param free only open ones with a free place
 */
public record SessionFilter(
        @Nullable UUID institutionId,
        @Nullable UUID memberId,
        @Nullable String specialty,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean free) {}
