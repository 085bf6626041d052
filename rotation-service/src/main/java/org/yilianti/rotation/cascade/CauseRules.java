package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreedTerms;
import org.yilianti.rotation.agreement.AgreementVersion;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Coverage;
import org.yilianti.rotation.directory.PractisingRight;

/** The index of everything that suspends or ends an agreement by rule. */
final class CauseRules {

    static final List<CauseRule> ALL = List.of(
            CauseRules::licence,
            CauseRules::homeAppointment,
            CauseRules::insurance,
            CauseRules::assessment,
            CauseRules::hours);

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

    /** Every stretch of the term that no insurance covers. */
    static Stream<Cause> insurance(AgreementGround ground) {
        AgreedTerms agreed = ground.agreement().agreed();
        List<DatePeriod> insured = agreed.versions().stream()
                .flatMap(one -> agreed.days(one).stream().flatMap(days -> covered(days, one)))
                .toList();
        return Coverage.gaps(insured, term(ground)).stream().map(days -> new Cause("insurance-lapsed", days, false));
    }

    /** A failed assessment stands until a later one is passed, whatever the licence says. */
    private static Stream<Cause> assessment(AgreementGround ground) {
        return ground.assessments().failures().stream()
                .flatMap(days -> within(days, term(ground)).stream())
                .map(days -> new Cause("assessment-failed", days, false));
    }

    private static Optional<DatePeriod> within(DatePeriod days, DatePeriod term) {
        return days.overlaps(term)
                ? Optional.of(new DatePeriod(days.from().isBefore(term.from()) ? term.from() : days.from(), days.to()))
                : Optional.empty();
    }

    /** For the rest of a week in which more was worked than agreed; the next week begins anew. */
    private static Stream<Cause> hours(AgreementGround ground) {
        return ground.overHours().stream().flatMap(ExceededWeek::cause);
    }

    /** The days of a version on which its insurance has not run out; since when a policy runs is not asked. */
    private static Stream<DatePeriod> covered(DatePeriod days, AgreementVersion version) {
        LocalDate end = version.terms().insurance().validTo();
        return end.isAfter(days.from()) ? Stream.of(days.contains(end) ? days.endedAt(end) : days) : Stream.empty();
    }

    private static DatePeriod term(AgreementGround ground) {
        return ground.agreement().terms().term();
    }
}
