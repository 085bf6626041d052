package org.yilianti.staff.credential;

import java.util.List;
import java.util.Optional;
import org.yilianti.platform.problem.Refusal;

/**
 * How long licences run and when their end is to be noticed (R4).
 *
 * @param limited the kinds that run for a term; all others for a working life
 * @param expiryLeadDays days before the end of any licence on which its office is warned, the earliest first
 */
record LicenceTerms(List<Term> limited, List<Integer> expiryLeadDays) {

    private static final int LONGEST_LEAD = 730;

    /**
     * The term of one kind.
     *
     * @param years longest validity
     * @param renewalDays days before the end from which it may be renewed
     */
    record Term(LicenceKind kind, int years, int renewalDays) {}

    /** Refuses (422) terms without length, two terms of a kind, and lead times that do not fall. */
    LicenceTerms {
        limited = List.copyOf(limited);
        expiryLeadDays = List.copyOf(expiryLeadDays);
        if (limited.stream().anyMatch(term -> term.years() < 1 || term.renewalDays() < 1)
                || limited.stream().map(Term::kind).distinct().count() < limited.size()) {
            throw Refusal.invalid("policy.licence-terms-unfit");
        }
        for (int i = 0; i < expiryLeadDays.size(); i++) {
            int before = i == 0 ? LONGEST_LEAD + 1 : expiryLeadDays.get(i - 1);
            if (expiryLeadDays.get(i) < 0 || expiryLeadDays.get(i) >= before) {
                throw Refusal.invalid("policy.lead-days-unfit", LONGEST_LEAD);
            }
        }
    }

    /** Nurses: Nurses Regulations 2008 (5 years, renewal within 30 days before); village doctors: Regulations 2003. */
    static LicenceTerms standard() {
        return new LicenceTerms(
                List.of(new Term(LicenceKind.NURSE, 5, 30), new Term(LicenceKind.VILLAGE_DOCTOR, 5, 90)),
                List.of(90, 30, 7, 0));
    }

    Optional<Term> of(LicenceKind kind) {
        return limited.stream().filter(term -> term.kind() == kind).findFirst();
    }
}
