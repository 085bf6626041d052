package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * The present state of an agreement.
 *
 * @param reason machine code of why it is suspended or ended; null while active
 * @param from first day of the state; may lie ahead
 * @param causes all causes of suspension in the order of their days; of past ones those that only the agreement remembers
 */
public record AgreementStanding(
        AgreementStatus status, @Nullable String reason, LocalDate from, List<SuspensionCause> causes) {

    private static final Comparator<SuspensionCause> BY_DAY =
            Comparator.comparing(SuspensionCause::from).thenComparing(SuspensionCause::code);

    public AgreementStanding {
        causes = List.copyOf(causes);
    }

    /** A standing with at most one cause, which is its reason. */
    public AgreementStanding(AgreementStatus status, @Nullable String reason, LocalDate from) {
        this(
                status,
                reason,
                from,
                status == AgreementStatus.SUSPENDED && reason != null
                        ? List.of(SuspensionCause.fact(reason, from, null))
                        : List.of());
    }

    /** The standing with these facts in the place of those before; what was decided stays. */
    AgreementStanding withFacts(List<SuspensionCause> facts, LocalDate today) {
        return withCauses(
                Stream.concat(causes.stream().filter(cause -> cause.origin() != CauseOrigin.FACT), facts.stream())
                        .toList(),
                today);
    }

    /** Suspended by the first cause that is not over; active when all are. */
    AgreementStanding withCauses(List<SuspensionCause> all, LocalDate today) {
        List<SuspensionCause> sorted = all.stream().sorted(BY_DAY).distinct().toList();
        return sorted.stream()
                .filter(cause -> cause.openOn(today))
                .findFirst()
                .map(first -> new AgreementStanding(AgreementStatus.SUSPENDED, first.code(), first.from(), sorted))
                .orElseGet(() -> new AgreementStanding(
                        AgreementStatus.ACTIVE, null, status == AgreementStatus.ACTIVE ? from : today, sorted));
    }

    /** A registrar suspends from {@code from} on, whatever else does. */
    AgreementStanding suspendedByDecision(LocalDate from, String reason, LocalDate today) {
        if (openDecision(today) != null) {
            throw Refusal.conflict("agreement.suspended-already");
        }
        var decision = new SuspensionCause(SuspensionCause.BY_DECISION, from, null, CauseOrigin.DECISION, reason);
        return withCauses(Stream.concat(causes.stream(), Stream.of(decision)).toList(), today);
    }

    /** A registrar lifts what a registrar decided; the days gone by stay suspended, and other causes last as long as they do. */
    AgreementStanding liftedByDecision(LocalDate today) {
        SuspensionCause decision = openDecision(today);
        if (decision == null) {
            throw Refusal.conflict("agreement.no-decision-to-lift", Objects.requireNonNullElse(reason, "-"));
        }
        List<SuspensionCause> left = new ArrayList<>(causes);
        left.remove(decision);
        if (decision.from().isBefore(today)) {
            left.add(new SuspensionCause(
                    decision.code(), decision.from(), today, CauseOrigin.DECISION, decision.note()));
        }
        return withCauses(left, today);
    }

    /** Over for good; the causes stay, so that past days are answered for as they were. */
    AgreementStanding ended(LocalDate on, String why) {
        return new AgreementStanding(AgreementStatus.ENDED, why, on, causes);
    }

    /** The registrar's decision that suspends it now or later; null when there is none. */
    private @Nullable SuspensionCause openDecision(LocalDate today) {
        return causes.stream()
                .filter(cause -> cause.origin() == CauseOrigin.DECISION && cause.openOn(today))
                .findFirst()
                .orElse(null);
    }
}
