package org.yilianti.staff.reward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another service tells of a reward or punishment that took effect.
 *
 * @param member null when it is about the institution
 * @param standing false once it was revoked
 */
public record HeardReward(
        UUID id,
        UUID association,
        UUID institution,
        @Nullable UUID member,
        String kind,
        String measure,
        String basis,
        Instant effectiveAt,
        boolean standing) {}
