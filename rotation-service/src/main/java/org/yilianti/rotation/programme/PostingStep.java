package org.yilianti.rotation.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a posting. */
public record PostingStep(
        long version,
        String step,
        String actor,
        Instant takenAt,
        @Nullable String reason) {}
