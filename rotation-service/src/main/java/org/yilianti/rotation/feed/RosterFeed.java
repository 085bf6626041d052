package org.yilianti.rotation.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A calendar address of a person; its secret is not known here. */
public record RosterFeed(
        UUID id,
        UUID association,
        UUID memberId,
        Instant madeAt,
        @Nullable Instant revokedAt) {}
