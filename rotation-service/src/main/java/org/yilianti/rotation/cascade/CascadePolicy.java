package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.rotation.agreement.PracticeAgreement;

/**
 * What the association makes of causes that last; effective-dated.
 *
 * @param endsAfterDays days after which a cause ends an agreement for good, by its code; what is not named suspends as long as it lasts
 */
public record CascadePolicy(Map<String, Integer> endsAfterDays) {

    /** Thirty days to find a new post, a new insurer or to win an appeal (G). */
    static CascadePolicy standard() {
        return new CascadePolicy(Map.of("appointment-ended", 30, "insurance-lapsed", 30, "licence-revoked", 30));
    }

    /** The agreement after everything that counts on {@code today}; empty when it stays as it is. */
    Optional<PracticeAgreement> follow(AgreementGround ground, LocalDate today) {
        PracticeAgreement agreement = ground.agreement();
        if (agreement.over()) {
            return Optional.empty();
        }
        return agreement.expired(today).or(() -> CauseRules.causes(ground)
                .filter(cause -> cause.counts(today) && endsNow(cause, today))
                .findFirst()
                .map(cause -> agreement.endedByRule(today, cause.code()))
                .or(() -> agreement.follow(
                        CauseRules.causes(ground)
                                .filter(cause -> cause.counts(today))
                                .map(Cause::suspension)
                                .toList(),
                        today)));
    }

    /** The next day after {@code today} on which time alone may change the standing; far away when it is over. */
    LocalDate nextReview(AgreementGround ground, LocalDate today) {
        PracticeAgreement agreement = ground.agreement();
        if (agreement.over()) {
            return LocalDate.of(9999, 12, 31);
        }
        Stream<LocalDate> decided =
                agreement.standing().causes().stream().flatMap(cause -> Optional.ofNullable(cause.until()).stream());
        return Stream.of(
                        Stream.of(agreement.terms().validTo()),
                        decided,
                        CauseRules.causes(ground).flatMap(cause -> cause.turns(endsAfterDays.get(cause.code()))))
                .flatMap(days -> days)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(agreement.terms().validTo());
    }

    private boolean endsNow(Cause cause, LocalDate today) {
        Integer days = endsAfterDays.get(cause.code());
        return days != null && !cause.days().from().plusDays(days).isAfter(today);
    }
}
