package org.yilianti.rotation.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yilianti.platform.time.DatePeriod;

/**
 * All that was agreed, version by version. From its day on a version takes the place of all with lower numbers, also of those that would
 * only have come into force later; so on every day of the term exactly one is in force.
 *
 * @param versions oldest first, at least one; their numbers are their places, from 1
 */
public record AgreedTerms(List<AgreementVersion> versions) {

    /** @throws IllegalArgumentException without any version */
    public AgreedTerms {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("at least one version must have been agreed");
        }
        versions = List.copyOf(versions);
    }

    /** Terms that were never changed. */
    public static AgreedTerms of(AgreementTerms terms) {
        return new AgreedTerms(List.of(new AgreementVersion(1, terms.term().from(), terms, Instant.EPOCH, null)));
    }

    AgreementVersion last() {
        return versions.getLast();
    }

    /** The last to which both sides consented; a renewed insurance needs no consent. */
    AgreementVersion lastByConsent() {
        return versions.reversed().stream()
                .filter(one -> one.number() == 1 || one.amendmentId() != null)
                .findFirst()
                .orElseThrow();
    }

    /** The version in force on {@code day}; empty outside the term. */
    Optional<AgreementVersion> on(LocalDate day) {
        return last().terms().term().contains(day)
                ? versions.reversed().stream()
                        .filter(one -> !one.effectiveFrom().isAfter(day))
                        .findFirst()
                : Optional.empty();
    }

    /** First day on which the version is no longer in force; its own first day when another took its place before it came into force. */
    LocalDate effectiveTo(AgreementVersion one) {
        LocalDate end = versions.stream()
                .skip(one.number())
                .map(AgreementVersion::effectiveFrom)
                .min(Comparator.naturalOrder())
                .orElse(last().terms().validTo());
        return end.isBefore(one.effectiveFrom()) ? one.effectiveFrom() : end;
    }

    /** The days on which the version is in force; empty when it never was to be. */
    public Optional<DatePeriod> days(AgreementVersion one) {
        LocalDate end = effectiveTo(one);
        return end.isAfter(one.effectiveFrom())
                ? Optional.of(new DatePeriod(one.effectiveFrom(), end))
                : Optional.empty();
    }

    /** The smallest weekly cap of the versions in force on some of these days; outside the term that of the last version. */
    int weeklyHours(DatePeriod days) {
        if (versions.size() == 1) {
            return last().terms().weeklyHours();
        }
        int least = Integer.MAX_VALUE;
        for (AgreementVersion one : versions) {
            if (days(one).filter(days::overlaps).isPresent()) {
                least = Math.min(least, one.terms().weeklyHours());
            }
        }
        return least == Integer.MAX_VALUE ? last().terms().weeklyHours() : least;
    }

    AgreedTerms amended(Amendment amendment, Instant agreedAt) {
        return with(List.of(new AgreementVersion(
                versions.size() + 1, amendment.effectiveFrom(), amendment.terms(), agreedAt, amendment.id())));
    }

    /** Another insurance from a day of the term on, also under terms that only come into force later. */
    AgreedTerms insured(Insurance insurance, LocalDate from, Instant at) {
        List<AgreementVersion> more = new ArrayList<>();
        AgreementVersion present = on(from).orElseThrow();
        more.add(insured(present, insurance, from, at, 1));
        versions.stream()
                .filter(one -> one.effectiveFrom().isAfter(from) && days(one).isPresent())
                .sorted(Comparator.comparing(AgreementVersion::effectiveFrom))
                .forEach(one -> more.add(insured(one, insurance, one.effectiveFrom(), at, more.size() + 1)));
        return with(more);
    }

    private AgreementVersion insured(
            AgreementVersion one, Insurance insurance, LocalDate from, Instant at, int further) {
        return new AgreementVersion(versions.size() + further, from, one.terms().insuredBy(insurance), at, null);
    }

    private AgreedTerms with(List<AgreementVersion> more) {
        List<AgreementVersion> all = new ArrayList<>(versions);
        all.addAll(more);
        return new AgreedTerms(all);
    }
}
