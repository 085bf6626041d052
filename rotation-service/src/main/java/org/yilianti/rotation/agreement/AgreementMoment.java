package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement became at a version.
 *
 * @param from first day of the status
 * @param recordedAt since when this was known here
 */
public record AgreementMoment(
        long version, AgreementStatus status, @Nullable String reason, LocalDate from, Instant recordedAt) {

    /** Whether only the terms are others than before. */
    public boolean sameStanding(AgreementMoment before) {
        return status == before.status && from.equals(before.from) && Objects.equals(reason, before.reason);
    }
}
