package org.yilianti.incentive.appropriation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Money of appropriations for the performance pay of a month; asked for by one person, decided by another.
 *
 * @param parts at least one, no institution twice of the same appropriation and purpose
 * @param pool that it came in as; null unless it is approved
 */
public record PoolFunding(
        UUID id,
        UUID association,
        long version,
        YearMonth month,
        PayKind kind,
        String name,
        List<Part> parts,
        Status status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable PayPoolId pool) {

    public PoolFunding {
        parts = List.copyOf(parts);
    }

    /** What an institution gives of what it was paid of an appropriation. */
    public record Part(UUID appropriation, String institutionCode, String purpose, Money amount) {}

    /** What became of it. */
    public enum Status {
        REQUESTED,
        APPROVED,
        REJECTED;

        /** Name on the wire and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Money amount() {
        return Money.sum(parts.stream().map(Part::amount).toList());
    }

    PoolFunding approved(String by, Instant now, PayPoolId received) {
        return new PoolFunding(
                id,
                association,
                version + 1,
                month,
                kind,
                name,
                parts,
                Status.APPROVED,
                requestedBy,
                requestedAt,
                by,
                now,
                null,
                received);
    }

    PoolFunding rejected(String by, Instant now, String why) {
        return new PoolFunding(
                id,
                association,
                version + 1,
                month,
                kind,
                name,
                parts,
                Status.REJECTED,
                requestedBy,
                requestedAt,
                by,
                now,
                why,
                null);
    }

    /** Refuses (409) a second decision and (403) who asked for it. */
    void requireDecidableBy(String decider) {
        if (status != Status.REQUESTED) {
            throw Refusal.conflict("appropriation.funding-decided", status.code());
        }
        if (decider.equals(requestedBy)) {
            throw Refusal.forbidden("appropriation.funding-same-person", decider);
        }
    }
}
