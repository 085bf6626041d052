package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms as agreed at one time. In force from its day until the next version is, or the term ends.
 *
 * @param number 1, 2, 3 … without gaps
 * @param agreedAt when both sides had agreed
 * @param amendmentId the proposal it came from; null for the first, which an application brought
 */
public record AgreementVersion(
        int number,
        LocalDate effectiveFrom,
        AgreementTerms terms,
        Instant agreedAt,
        @Nullable UUID amendmentId) {}
