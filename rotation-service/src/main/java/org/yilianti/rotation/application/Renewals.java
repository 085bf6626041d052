package org.yilianti.rotation.application;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;

/** A renewal goes the same way as a first application, and must fit the agreement that it continues. */
@Component
class Renewals {

    private final PracticeAgreements agreements;

    Renewals(PracticeAgreements agreements) {
        this.agreements = agreements;
    }

    /** Refuses (422) a renewal of an unknown agreement, of other parties, or with a gap or overlap between the terms. */
    void check(UUID association, ApplicationWish wish, ApplicationParties parties) {
        UUID renews = wish.renews();
        if (renews == null) {
            return;
        }
        PracticeAgreement before =
                agreements
                        .byMember(association, List.of(wish.memberId()))
                        .getOrDefault(wish.memberId(), List.of())
                        .stream()
                        .filter(one -> one.id().equals(renews)
                                && one.hostInstitutionId().equals(parties.hostId()))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("application.renews-unknown", renews)
                                .at("/renewsAgreementId"));
        if (!before.terms().validTo().equals(wish.terms().term().from())) {
            throw Refusal.invalid(
                            "application.renews-elsewhen",
                            wish.terms().term().from(),
                            before.terms().validTo())
                    .at("/validFrom");
        }
    }
}
