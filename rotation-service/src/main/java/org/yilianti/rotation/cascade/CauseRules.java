package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Coverage;
import org.yilianti.rotation.directory.PractisingRight;

/** The index of everything that suspends or ends an agreement by rule. */
final class CauseRules {

    static final List<CauseRule> ALL = List.of(CauseRules::licence, CauseRules::homeAppointment, CauseRules::insurance);

    private CauseRules() {}

    static Stream<Cause> causes(AgreementGround ground) {
        return ALL.stream().flatMap(rule -> rule.causes(ground));
    }

    /** Suspended or revoked by an authority, run out, or not begun. */
    private static Stream<Cause> licence(AgreementGround ground) {
        return new PractisingRight(ground.licences())
                .interruptions(term(ground)).stream()
                        .map(one -> new Cause(
                                one.obstacle().code(),
                                one.days(),
                                one.obstacle().sanction()));
    }

    /** The home institution consented as the employer; without an appointment there its consent rests on nothing. */
    private static Stream<Cause> homeAppointment(AgreementGround ground) {
        List<DatePeriod> employed = ground.appointments().stream()
                .filter(one -> one.institutionId().equals(ground.agreement().homeInstitutionId()))
                .map(Appointment::period)
                .toList();
        return Coverage.gaps(employed, term(ground)).stream().map(days -> new Cause("appointment-ended", days, false));
    }

    private static Stream<Cause> insurance(AgreementGround ground) {
        PracticeAgreement agreement = ground.agreement();
        DatePeriod insured =
                new DatePeriod(earlier(agreement), agreement.terms().insurance().validTo());
        return Coverage.gaps(List.of(insured), term(ground)).stream()
                .map(days -> new Cause("insurance-lapsed", days, false));
    }

    /** Any day before both the term and the end of the insurance: since when a policy runs is not asked. */
    private static LocalDate earlier(PracticeAgreement agreement) {
        LocalDate start = agreement.terms().term().from();
        LocalDate end = agreement.terms().insurance().validTo();
        return (start.isBefore(end) ? start : end).minusDays(1);
    }

    private static DatePeriod term(AgreementGround ground) {
        return ground.agreement().terms().term();
    }
}
