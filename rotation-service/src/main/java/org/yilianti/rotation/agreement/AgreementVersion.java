package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms as agreed at one time, or as they became by a renewed insurance. In force from its day until a later one takes its place.
 *
 * @param number 1, 2, 3 … without gaps
 * @param agreedAt when both sides had agreed
 * @param amendmentId the proposal it came from; null for the first, which an application brought, and
 *     for a renewed insurance
 */
public record AgreementVersion(
        int number,
        LocalDate effectiveFrom,
        AgreementTerms terms,
        Instant agreedAt,
        @Nullable UUID amendmentId) {}
