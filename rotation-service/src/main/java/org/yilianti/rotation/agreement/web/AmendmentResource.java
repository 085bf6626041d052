package org.yilianti.rotation.agreement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.Amendment;
import org.yilianti.rotation.agreement.AmendmentDecision;
import org.yilianti.rotation.agreement.AmendmentState;

/** A proposal of other terms as callers see it. */
record AmendmentResource(
        UUID id,
        long version,
        UUID agreementId,
        int baseVersion,
        LocalDate effectiveFrom,
        TermsResource terms,
        String reason,
        AmendmentState state,
        UUID proposedFor,
        String proposedBy,
        Instant proposedAt,
        @Nullable AmendmentSettlement decision) {

    /** Who settled it, and why. */
    record AmendmentSettlement(
            String by, Instant at, @Nullable String note) {}

    static AmendmentResource of(Amendment amendment) {
        AmendmentDecision decision = amendment.decision();
        return new AmendmentResource(
                amendment.id(),
                amendment.version(),
                amendment.agreementId(),
                amendment.base(),
                amendment.effectiveFrom(),
                TermsResource.of(amendment.terms()),
                amendment.reason(),
                amendment.state(),
                amendment.proposedFor(),
                amendment.proposedBy(),
                amendment.proposedAt(),
                decision == null ? null : new AmendmentSettlement(decision.by(), decision.at(), decision.note()));
    }
}
