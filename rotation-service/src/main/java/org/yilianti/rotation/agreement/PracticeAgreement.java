package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.PractisingRight.Interruption;

/** The agreement under which a member practises at a host beside the home institution. Immutable: each verb gives the changed one. */
public record PracticeAgreement(
        UUID id,
        UUID association,
        long version,
        UUID applicationId,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        AgreementTerms terms,
        AgreementStanding standing) {

    /** The agreement that comes into force when an application is filed. */
    public static PracticeAgreement concluded(
            UUID association,
            UUID applicationId,
            UUID memberId,
            UUID homeInstitutionId,
            UUID hostInstitutionId,
            AgreementTerms terms) {
        return new PracticeAgreement(
                Ids.next(),
                association,
                1,
                applicationId,
                memberId,
                homeInstitutionId,
                hostInstitutionId,
                terms,
                new AgreementStanding(AgreementStatus.ACTIVE, null, terms.term().from()));
    }

    /** The days on which the member may practise at the host, as far as this agreement goes. */
    public List<DatePeriod> practisable() {
        DatePeriod term = terms.term();
        if (standing.status() == AgreementStatus.ACTIVE) {
            return List.of(term);
        }
        return standing.from().isAfter(term.from()) ? List.of(term.endedAt(earlier(standing.from()))) : List.of();
    }

    /** The most minutes a week that the member may work at the host. */
    public int weeklyMinutes() {
        return terms.weeklyHours() * 60;
    }

    /**
     * Follows the member's right to practise.
     *
     * @param interruption why and from when there is none within the term; null when nothing stands in the way
     * @param today first day of being active again, when a cause has ended
     * @return the changed agreement; empty when nothing changes
     */
    public Optional<PracticeAgreement> follow(@Nullable Interruption interruption, LocalDate today) {
        if (standing.status() == AgreementStatus.ENDED) {
            return Optional.empty();
        }
        AgreementStanding next = interruption == null
                ? resumed(today)
                : new AgreementStanding(
                        AgreementStatus.SUSPENDED, interruption.obstacle().code(), interruption.from());
        return next.equals(standing) ? Optional.empty() : Optional.of(with(next));
    }

    /** Ends before the term does. */
    public PracticeAgreement ended(LocalDate from, String reason) {
        if (standing.status() == AgreementStatus.ENDED) {
            throw Refusal.conflict("agreement.ended-already", standing.from());
        }
        if (!terms.term().contains(from)) {
            throw Refusal.invalid(
                            "agreement.end-outside-term", from, terms.term().from(), terms.validTo())
                    .at("/from");
        }
        return with(new AgreementStanding(AgreementStatus.ENDED, reason, from));
    }

    private AgreementStanding resumed(LocalDate today) {
        return standing.status() == AgreementStatus.ACTIVE
                ? standing
                : new AgreementStanding(AgreementStatus.ACTIVE, null, today);
    }

    private PracticeAgreement with(AgreementStanding next) {
        return new PracticeAgreement(
                id,
                association,
                version + 1,
                applicationId,
                memberId,
                homeInstitutionId,
                hostInstitutionId,
                terms,
                next);
    }

    private LocalDate earlier(LocalDate day) {
        return day.isBefore(terms.validTo()) ? day : terms.validTo();
    }
}
