package org.yilianti.incentive.appropriation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;

/**
 * What an institution used money for.
 *
 * @param reference of the document that shows it
 * @param reverses the use that this one takes back; null for a use
 */
public record FundUse(
        UUID id,
        UUID association,
        UUID appropriation,
        UUID institution,
        String institutionCode,
        String purpose,
        Money amount,
        LocalDate usedOn,
        String reference,
        String recordedBy,
        Instant recordedAt,
        @Nullable UUID reverses) {}
