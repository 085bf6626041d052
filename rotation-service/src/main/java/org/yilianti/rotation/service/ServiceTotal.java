package org.yilianti.rotation.service;

import java.util.UUID;

/**
 * Service of one person at one site, of one kind, in one period.
 *
 * @param period the month, such as {@code 2026-10}, or the day
 * @param records records that lie in the period at least in part
 * @param minutes all that was reported and not withdrawn
 * @param confirmedMinutes those that the host has confirmed
 * @param flaggedMinutes those with an open blocking flag
 */
public record ServiceTotal(
        String period,
        UUID memberId,
        UUID institutionId,
        ServiceKind kind,
        long records,
        long minutes,
        long confirmedMinutes,
        long flaggedMinutes) {}
