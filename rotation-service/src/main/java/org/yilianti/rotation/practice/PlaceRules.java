package org.yilianti.rotation.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Coverage;
import org.yilianti.rotation.directory.Member;

/** Whether the person may work at that site: an appointment there, or an agreement that covers the days and hours. */
final class PlaceRules {

    private PlaceRules() {}

    static PracticeVerdict place(PracticeQuestion question, PracticeFacts facts) {
        List<DatePeriod> bound = new ArrayList<>(facts.appointedAt(question.institutionId()));
        boolean byAppointment = Coverage.firstGap(bound, question.days()).isEmpty();
        bound.addAll(facts.postedTo(question.institutionId()));
        if (mayUseAgreements(facts)) {
            facts.agreementsAt(question.institutionId()).forEach(agreement -> bound.addAll(agreement.practisable()));
        }
        Optional<LocalDate> gap = Coverage.firstGap(bound, question.days());
        if (gap.isEmpty()) {
            return PracticeVerdict.permitted(
                    "place", byAppointment ? Clause.REGISTERED_PRACTICE : Clause.IN_ASSOCIATION);
        }
        return facts.agreementsAt(question.institutionId()).stream()
                .filter(agreement -> agreement.terms().term().contains(gap.get()))
                .findFirst()
                .map(agreement -> PracticeVerdict.refused("place", Clause.MULTI_SITE, code(agreement), gap.get()))
                .orElseGet(() ->
                        PracticeVerdict.refused("place", Clause.MULTI_SITE, "no-appointment-or-agreement", gap.get()));
    }

    /** Who is posted for months works at the host and nowhere else. */
    static PracticeVerdict posting(PracticeQuestion question, PracticeFacts facts) {
        return facts.postings().stream()
                .filter(posted -> !posted.hostInstitutionId().equals(question.institutionId())
                        && posted.days().overlaps(question.days()))
                .findFirst()
                .map(posted -> PracticeVerdict.refused(
                        "posting",
                        Clause.POLICY,
                        "posted-elsewhere",
                        posted.days().from(),
                        Objects.requireNonNull(posted.days().to())))
                .orElseGet(() -> PracticeVerdict.permitted("posting", Clause.POLICY));
    }

    /** Hours bind only where the right to be there comes from an agreement. */
    static PracticeVerdict weeklyHours(PracticeQuestion question, PracticeFacts facts) {
        boolean byAppointment = Coverage.firstGap(facts.appointedAt(question.institutionId()), question.days())
                .isEmpty();
        return facts.agreementsAt(question.institutionId()).stream()
                .filter(agreement -> !byAppointment && agreement.terms().term().overlaps(question.days()))
                .filter(agreement -> question.weeklyMinutes() > agreement.weeklyMinutes(question.days()))
                .findFirst()
                .map(agreement -> PracticeVerdict.refused(
                        "weekly-hours",
                        Clause.POLICY,
                        "weekly-hours-exceeded",
                        agreement.weeklyMinutes(question.days()) / 60,
                        question.weeklyMinutes()))
                .orElseGet(() -> PracticeVerdict.permitted("weekly-hours", Clause.POLICY));
    }

    /** Multi-site practice is for those who practise; other work needs an appointment at the site. */
    private static boolean mayUseAgreements(PracticeFacts facts) {
        Member member = facts.member();
        return member != null && member.category().licensed();
    }

    private static String code(PracticeAgreement agreement) {
        return agreement.standing().status() == AgreementStatus.ENDED ? "agreement-ended" : "agreement-suspended";
    }
}
