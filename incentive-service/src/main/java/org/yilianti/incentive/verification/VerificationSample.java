package org.yilianti.incentive.verification;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Some of the service that an institution claims in a month for an indicator.
 *
 * @param claimed records that it was drawn from
 * @param rules as in force when it was drawn
 * @param completedBy nobody who judged an item; null until then, as is {@code discount}
 */
public record VerificationSample(
        UUID id,
        UUID association,
        long version,
        Claim claim,
        Seed seed,
        int claimed,
        int size,
        VerificationRules rules,
        String drawnBy,
        Instant drawnAt,
        @Nullable String completedBy,
        @Nullable Discount discount) {

    /**
     * What an institution claims.
     *
     * @param kind of service; empty for all
     */
    public record Claim(UUID institution, String institutionCode, String indicator, YearMonth month, String kind) {}

    /** Sixteen random bytes, as hexadecimal digits. */
    public record Seed(String hex) {}

    static VerificationSample drawn(
            UUID association,
            Claim claim,
            Seed seed,
            int claimed,
            int wanted,
            VerificationRules rules,
            String author,
            Instant now) {
        if (claimed == 0) {
            throw Refusal.invalid(
                    "verification.nothing-claimed",
                    claim.institutionCode(),
                    claim.month().toString());
        }
        int size = Math.min(wanted, claimed);
        return new VerificationSample(
                Ids.next(), association, 1, claim, seed, claimed, size, rules, author, now, null, null);
    }

    public boolean isCompleted() {
        return completedBy != null;
    }

    /**
     * Completed by somebody who judged no item.
     *
     * @throws Refusal 409 when it is completed, or items are not judged; 403 to whoever judged one
     */
    VerificationSample completed(int judged, int refuted, Collection<String> judges, String completer) {
        requireDrawn();
        if (judges.contains(completer)) {
            throw Refusal.forbidden("verification.completer-judged", completer);
        }
        if (judged < size) {
            throw Refusal.conflict("verification.items-open", size - judged);
        }
        return new VerificationSample(
                id,
                association,
                version + 1,
                claim,
                seed,
                claimed,
                size,
                rules,
                drawnBy,
                drawnAt,
                completer,
                Discount.of(claimed, size, refuted, rules));
    }

    /** Refuses (409) once it is completed. */
    void requireDrawn() {
        if (isCompleted()) {
            throw Refusal.conflict("verification.completed");
        }
    }

    /** What came of it; refuses (409) until it is completed. */
    Discount requireDiscount() {
        if (discount == null) {
            throw Refusal.conflict("verification.not-completed");
        }
        return discount;
    }
}
