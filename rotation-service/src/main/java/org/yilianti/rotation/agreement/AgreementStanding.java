package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The present state of an agreement.
 *
 * @param reason machine code of why it is suspended or ended; null while active
 * @param from first day of the state; may lie ahead
 */
public record AgreementStanding(
        AgreementStatus status, @Nullable String reason, LocalDate from) {}
