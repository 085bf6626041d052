package org.yilianti.rotation.sharing;

import java.time.Instant;
import java.util.UUID;

/**
 * What an institution offers.
 *
 * @param specialty the work, such as {@code cardiology}
 * @param visiting whether it is held at the institution that books it
 * @param capacity places
 */
public record SessionOffer(
        UUID institutionId,
        UUID memberId,
        String specialty,
        String place,
        boolean visiting,
        Instant startsAt,
        Instant endsAt,
        int capacity) {}
