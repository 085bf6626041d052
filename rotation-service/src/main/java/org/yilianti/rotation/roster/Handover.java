package org.yilianti.rotation.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One duty changes hands.
 *
 * @param from who is believed to have it; null when it is believed open
 * @param to who is to have it
 */
public record Handover(UUID dutyId, @Nullable UUID from, UUID to) {}
