package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record said before it was corrected.
 *
 * @param version the record's version then
 * @param changedAt when it came to say so
 */
public record RecordRevision(
        long version,
        ServiceContent content,
        boolean night,
        List<RecordFlag> flags,
        RecordStatus status,
        @Nullable String reason,
        String recordedBy,
        @Nullable String confirmedBy,
        Instant changedAt) {}
