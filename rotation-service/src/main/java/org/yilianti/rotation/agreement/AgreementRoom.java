package org.yilianti.rotation.agreement;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Institutions;

/** Whether there is room for an agreement beside the others of its member; asked under the member's lock. */
@Component
class AgreementRoom {

    private final PracticeAgreements agreements;
    private final Institutions institutions;

    AgreementRoom(PracticeAgreements agreements, Institutions institutions) {
        this.agreements = agreements;
        this.institutions = institutions;
    }

    /** Refuses (409) a second agreement for the same site and time, and a timetable that nobody could keep beside the others. */
    void require(PracticeAgreement agreement) {
        List<PracticeAgreement> others = agreements
                .byMember(agreement.association(), List.of(agreement.memberId()))
                .getOrDefault(agreement.memberId(), List.of())
                .stream()
                .filter(other -> !other.id().equals(agreement.id()))
                .filter(other ->
                        other.practisable().stream().anyMatch(agreement.terms().term()::overlaps))
                .toList();
        if (others.stream().anyMatch(other -> other.hostInstitutionId().equals(agreement.hostInstitutionId()))) {
            throw Refusal.conflict("agreement.overlaps", hostCode(agreement));
        }
        others.stream()
                .filter(other -> clash(agreement.terms(), other.terms()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("agreement.timetable-clash", hostCode(other));
                });
    }

    private static boolean clash(AgreementTerms terms, AgreementTerms others) {
        return terms.timetable().stream().anyMatch(session -> others.timetable().stream()
                .anyMatch(busy -> TermsRules.clash(session, terms, busy, others)));
    }

    private String hostCode(PracticeAgreement agreement) {
        return institutions
                .find(agreement.association(), agreement.hostInstitutionId())
                .orElseThrow()
                .code();
    }
}
