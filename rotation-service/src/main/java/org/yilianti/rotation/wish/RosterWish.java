package org.yilianti.rotation.wish;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes for a day.
 *
 * @param wanted true: to work the shift; false: not to, or without a shift to be free
 * @param institutionId with the shift only
 * @param shift null for any
 * @param weight 1 to 5
 */
public record RosterWish(
        UUID id,
        UUID association,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        LocalDate date,
        boolean wanted,
        @Nullable UUID institutionId,
        @Nullable String shift,
        int weight,
        WishOrigin origin,
        boolean withdrawn) {}
