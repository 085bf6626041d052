package org.yilianti.incentive.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An institution as its newest event tells.
 *
 * @param code immutable and unique in the association
 * @param population people in its catchment area
 */
public record Institution(
        UUID id,
        UUID association,
        long version,
        String code,
        String name,
        @Nullable String nameEn,
        String tier,
        long population) {}
