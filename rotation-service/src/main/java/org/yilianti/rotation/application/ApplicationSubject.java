package org.yilianti.rotation.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementTerms;

/**
 * What is applied for, and for whom.
 *
 * @param renews the agreement that it continues; null for a first one
 */
public record ApplicationSubject(
        ApplicationParties parties,
        AgreementTerms terms,
        @Nullable UUID renews) {

    ApplicationSubject with(AgreementTerms other) {
        return new ApplicationSubject(parties, other, renews);
    }
}
