package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.time.DatePeriod;

/**
 * Somebody's power to decide, lent to another account for a period.
 *
 * @param delegator in whose place the delegate decides
 * @param delegatorStaffNo the delegator's own staff number; null when unknown
 * @param appointedBy who lent it: the delegator, or an administrator when the delegator is absent
 * @param institutionCode {@code *} for the whole association
 * @param parentId the delegation by which the delegator holds the power; null when by grant
 */
public record Delegation(
        UUID id,
        UUID association,
        String delegator,
        @Nullable String delegatorStaffNo,
        String delegate,
        String appointedBy,
        Role role,
        String institutionCode,
        DatePeriod period,
        @Nullable UUID parentId,
        @Nullable String reason,
        @Nullable Instant revokedAt) {

    /** All that ever happens to one is that it is taken back. */
    public long version() {
        return revokedAt == null ? 1 : 2;
    }
}
