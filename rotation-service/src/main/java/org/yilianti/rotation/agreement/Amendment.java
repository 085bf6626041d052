package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Other terms that one institution proposes and the other consents to. Immutable: each verb gives the changed one.
 *
 * @param base number of the version it would follow
 * @param effectiveFrom first day of the other terms
 * @param reason why the terms should change
 * @param proposedFor the institution that proposes
 * @param decision null while it is open
 */
public record Amendment(
        UUID id,
        UUID association,
        UUID agreementId,
        long version,
        int base,
        LocalDate effectiveFrom,
        AgreementTerms terms,
        String reason,
        AmendmentState state,
        UUID proposedFor,
        String proposedBy,
        Instant proposedAt,
        @Nullable AmendmentDecision decision) {

    /** A proposal; refuses terms and days that could never come into force. */
    static Amendment proposed(
            PracticeAgreement agreement,
            UUID proposedFor,
            LocalDate effectiveFrom,
            AgreementTerms terms,
            String reason,
            String by,
            Instant at,
            LocalDate today) {
        if (agreement.standing().status() == AgreementStatus.ENDED) {
            throw Refusal.conflict(
                    "agreement.ended-already", agreement.standing().from());
        }
        LocalDate start = agreement.terms().term().from();
        if (!terms.term().from().equals(start)) {
            throw Refusal.invalid("amendment.start-moved", start).at("/terms/validFrom");
        }
        LocalDate last = agreement.agreed().lastByConsent().effectiveFrom();
        if (!effectiveFrom.isAfter(last) || !terms.term().contains(effectiveFrom)) {
            throw Refusal.invalid("amendment.effective-outside", effectiveFrom, last, terms.validTo())
                    .at("/effectiveFrom");
        }
        requireAhead(effectiveFrom, today);
        TermsRules.check(terms, "/terms");
        return new Amendment(
                Ids.next(),
                agreement.association(),
                agreement.id(),
                1,
                agreement.versions().size(),
                effectiveFrom,
                terms,
                reason,
                AmendmentState.PROPOSED,
                proposedFor,
                by,
                at,
                null);
    }

    /** The other institution agrees. */
    Amendment consented(PracticeAgreement agreement, AmendmentDecision by, LocalDate today) {
        requireOther(by);
        if (base != agreement.versions().size()) {
            throw Refusal.conflict(
                    "amendment.overtaken", base, agreement.versions().size());
        }
        requireAhead(effectiveFrom, today);
        return settled(AmendmentState.CONSENTED, by);
    }

    /** The other institution does not agree. */
    Amendment refused(AmendmentDecision by) {
        requireOther(by);
        return settled(AmendmentState.REFUSED, by);
    }

    /** The proposing institution takes it back. */
    Amendment withdrawn(AmendmentDecision by) {
        requireOpen();
        return settled(AmendmentState.WITHDRAWN, by);
    }

    /** What has been lived through is not rewritten: shares and caps of the past stay as they were. */
    private static void requireAhead(LocalDate effectiveFrom, LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            throw Refusal.invalid("amendment.backdated", effectiveFrom, today).at("/effectiveFrom");
        }
    }

    private void requireOther(AmendmentDecision by) {
        requireOpen();
        if (by.by().equals(proposedBy)) {
            throw Refusal.forbidden("amendment.four-eyes", proposedBy);
        }
    }

    private void requireOpen() {
        if (state != AmendmentState.PROPOSED) {
            throw Refusal.conflict("amendment.settled", state.code());
        }
    }

    private Amendment settled(AmendmentState next, AmendmentDecision by) {
        return new Amendment(
                id,
                association,
                agreementId,
                version + 1,
                base,
                effectiveFrom,
                terms,
                reason,
                next,
                proposedFor,
                proposedBy,
                proposedAt,
                by);
    }
}
