package org.yilianti.rotation.service.batch;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was imported, in numbers.
 *
 * @param flagged of the rows taken, those that nobody may confirm before they are resolved
 */
public record ServiceImport(
        UUID id,
        String importedBy,
        Instant importedAt,
        int rows,
        int created,
        int corrected,
        int unchanged,
        int flagged,
        int rejected) {}
