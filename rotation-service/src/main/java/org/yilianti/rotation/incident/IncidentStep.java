package org.yilianti.rotation.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an incident.
 *
 * @param action past tense, such as {@code settled}
 */
public record IncidentStep(
        String action, String actor, Instant at, @Nullable String note) {}
