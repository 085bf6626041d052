package org.yilianti.rotation.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementTerms;

/**
 * What is applied for.
 *
 * @param renews the agreement that is to be continued; null for a first one
 */
public record ApplicationWish(
        UUID memberId,
        UUID hostId,
        AgreementTerms terms,
        @Nullable UUID renews) {}
