package org.yilianti.rotation.application;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.time.DatePeriod;

/**
 * What is to be lent to whom.
 *
 * @param absent whose place is to be taken, named by an administrator; null when callers lend their own power
 */
public record DelegationWish(
        String delegate,
        Role role,
        String institutionCode,
        DatePeriod period,
        @Nullable String absent,
        @Nullable String absentStaffNo,
        @Nullable String reason) {}
