package org.yilianti.staff.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a record that goes on as another.
 *
 * @param duplicate the record that was merged, which keeps its id and staff number
 */
public record Merger(
        UUID duplicate,
        String staffNo,
        Instant at,
        String by,
        @Nullable String reason) {}
