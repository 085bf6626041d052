package org.yilianti.rotation.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An institution of the association.
 *
 * @param latitude degrees north; null where nobody has entered the place
 * @param longitude degrees east; null likewise
 */
public record Institution(
        UUID id,
        UUID association,
        String code,
        String name,
        String tier,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
