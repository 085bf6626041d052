package org.yilianti.rotation.application;

import java.util.List;
import java.util.Objects;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.AssessmentRecord;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.PracticeFacts;

/** Somebody who wants to practise at a second site, with all that the rules look at. */
record Candidate(
        ApplicationParties parties,
        AgreementTerms terms,
        PracticeFacts facts,
        AssessmentRecord assessments,
        EligibilityPolicy policy) {

    Member member() {
        return Objects.requireNonNull(facts.member());
    }

    /** Agreements that allow practice on some day of the wanted term. */
    List<PracticeAgreement> concurrent() {
        return facts.agreements().stream()
                .filter(agreement -> agreement.practisable().stream().anyMatch(terms.term()::overlaps))
                .toList();
    }
}
