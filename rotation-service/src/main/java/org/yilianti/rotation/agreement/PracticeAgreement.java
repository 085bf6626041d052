package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Coverage;

/**
 * The agreement under which a member practises at a host beside the home institution. Immutable: each verb gives the changed one.
 *
 * @param agreed what was agreed, version by version
 */
public record PracticeAgreement(
        UUID id,
        UUID association,
        long version,
        AgreementParties parties,
        AgreedTerms agreed,
        AgreementStanding standing) {

    /** The agreement that comes into force when an application is filed. */
    public static PracticeAgreement concluded(UUID association, AgreementParties parties, AgreementTerms terms) {
        return new PracticeAgreement(
                Ids.next(),
                association,
                1,
                parties,
                AgreedTerms.of(terms),
                new AgreementStanding(AgreementStatus.ACTIVE, null, terms.term().from()));
    }

    public UUID applicationId() {
        return parties.applicationId();
    }

    public UUID memberId() {
        return parties.memberId();
    }

    public UUID homeInstitutionId() {
        return parties.homeInstitutionId();
    }

    public UUID hostInstitutionId() {
        return parties.hostInstitutionId();
    }

    /** Those last agreed: their term is the term of the whole agreement, the rest may not be in force yet. */
    public AgreementTerms terms() {
        return agreed.last().terms();
    }

    public List<AgreementVersion> versions() {
        return agreed.versions();
    }

    /** The version in force on {@code day}, as far as the term goes; empty outside the term. */
    public Optional<AgreementVersion> versionOn(LocalDate day) {
        return agreed.on(day);
    }

    /** First day on which the version is no longer in force. */
    public LocalDate effectiveTo(AgreementVersion one) {
        return agreed.effectiveTo(one);
    }

    /** The same with all that was agreed, as it is kept. */
    PracticeAgreement with(AgreedTerms kept) {
        return new PracticeAgreement(id, association, version, parties, kept, standing);
    }

    /** Other terms from a day on, as both sides have agreed; what was agreed before stays in force until then. */
    PracticeAgreement amended(Amendment amendment, Instant agreedAt) {
        requireNotOver();
        return changed(agreed.amended(amendment, agreedAt));
    }

    /**
     * Takes another insurance policy in the place of the one before.
     *
     * @param from first day on which the agreement rests on it; what was insured before stays as it was
     */
    public PracticeAgreement insured(Insurance insurance, LocalDate from, Instant at) {
        requireNotOver();
        requireInTerm(from);
        return changed(agreed.insured(insurance, from, at));
    }

    /** The days on which the member may practise at the host, as far as this agreement goes. */
    public List<DatePeriod> practisable() {
        List<DatePeriod> days = List.of(terms().term());
        if (standing.status() == AgreementStatus.ENDED) {
            days = standing.from().isAfter(terms().term().from())
                    ? List.of(terms().term().endedAt(earlier(standing.from())))
                    : List.of();
        }
        for (SuspensionCause cause : standing.causes()) {
            days = Coverage.without(days, cause.period());
        }
        return days;
    }

    /** The most minutes a week that the member may work at the host in these days: where versions change, the smaller cap. */
    public int weeklyMinutes(DatePeriod days) {
        return agreed.weeklyHours(days) * 60;
    }

    /** The most minutes a week that the member may work at the host, by the terms last agreed. */
    public int weeklyMinutes() {
        return terms().weeklyHours() * 60;
    }

    /** Whether it has ended for good. */
    public boolean over() {
        return standing.status() == AgreementStatus.ENDED;
    }

    /**
     * Follows the facts it rests on.
     *
     * @param facts everything that stands in the way on some day from today on; empty when nothing does
     * @param today first day of being active again, when all causes have ended
     * @return the changed agreement; empty when nothing changes
     */
    public Optional<PracticeAgreement> follow(List<SuspensionCause> facts, LocalDate today) {
        return over() ? Optional.empty() : changed(standing.withFacts(facts, today));
    }

    /** A registrar suspends it. */
    public PracticeAgreement suspended(LocalDate from, String reason, LocalDate today) {
        requireNotOver();
        requireInTerm(from);
        return with(standing.suspendedByDecision(from, reason, today));
    }

    /** A registrar lifts what a registrar decided; other causes still stand in the way as long as they last. */
    public PracticeAgreement resumed(LocalDate today) {
        requireNotOver();
        return with(standing.liftedByDecision(today));
    }

    /** Ends since its term is over; empty while it is not. */
    public Optional<PracticeAgreement> expired(LocalDate today) {
        return over() || today.isBefore(terms().validTo())
                ? Optional.empty()
                : Optional.of(with(standing.ended(terms().validTo(), "term-over")));
    }

    /** Ends by a rule, as of {@code from}. */
    public PracticeAgreement endedByRule(LocalDate from, String reason) {
        return with(standing.ended(from, reason));
    }

    /** Ends before the term does. */
    public PracticeAgreement ended(LocalDate from, String reason) {
        requireNotOver();
        requireInTerm(from);
        return with(standing.ended(from, reason));
    }

    private void requireNotOver() {
        if (over()) {
            throw Refusal.conflict("agreement.ended-already", standing.from());
        }
    }

    private void requireInTerm(LocalDate day) {
        if (!terms().term().contains(day)) {
            throw Refusal.invalid(
                            "agreement.end-outside-term", day, terms().term().from(), terms().validTo())
                    .at("/from");
        }
    }

    private Optional<PracticeAgreement> changed(AgreementStanding next) {
        return next.equals(standing) ? Optional.empty() : Optional.of(with(next));
    }

    private PracticeAgreement changed(AgreedTerms next) {
        return new PracticeAgreement(id, association, version + 1, parties, next, standing);
    }

    private PracticeAgreement with(AgreementStanding next) {
        return new PracticeAgreement(id, association, version + 1, parties, agreed, next);
    }

    private LocalDate earlier(LocalDate day) {
        return day.isBefore(terms().validTo()) ? day : terms().validTo();
    }
}
