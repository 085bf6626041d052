package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.yilianti.rotation.agreement.PracticeAgreement;

/**
 * An end that the calendar alone brings unless somebody renews.
 *
 * @param kind {@link #TERM} or {@link #INSURANCE}; also what the notice about it is called
 * @param on first day on which what ends is missing
 */
record Ending(PracticeAgreement agreement, String kind, LocalDate on) {

    static final String TERM = "agreement-ending";
    static final String INSURANCE = "insurance-ending";

    /** What ends after {@code today}; nothing of a term that another agreement continues, nor of an insurance that was renewed in time. */
    static Stream<Ending> ahead(AgreementGround ground, Collection<PracticeAgreement> others, LocalDate today) {
        PracticeAgreement agreement = ground.agreement();
        if (agreement.over()) {
            return Stream.empty();
        }
        Stream<LocalDate> term = others.stream().anyMatch(other -> continues(other, agreement))
                ? Stream.empty()
                : Stream.of(agreement.terms().validTo());
        Stream<LocalDate> lapses =
                CauseRules.insurance(ground).map(lapse -> lapse.days().from());
        return Stream.concat(
                        term.map(day -> new Ending(agreement, TERM, day)),
                        lapses.map(day -> new Ending(agreement, INSURANCE, day)))
                .filter(ending -> ending.on.isAfter(today));
    }

    private static boolean continues(PracticeAgreement other, PracticeAgreement agreement) {
        return !other.over()
                && other.memberId().equals(agreement.memberId())
                && other.hostInstitutionId().equals(agreement.hostInstitutionId())
                && other.terms().term().contains(agreement.terms().validTo());
    }
}
