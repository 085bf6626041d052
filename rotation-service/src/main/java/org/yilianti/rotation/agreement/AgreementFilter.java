package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agreements are asked for; null does not narrow.
 *
 * @param institutionId home or host
 * @param endsBefore whose term is over before that day
 * @param insuredBefore whose insurance, as last agreed, has run out before that day
 */
public record AgreementFilter(
        @Nullable UUID memberId,
        @Nullable UUID institutionId,
        @Nullable AgreementStatus status,
        @Nullable LocalDate endsBefore,
        @Nullable LocalDate insuredBefore) {}
