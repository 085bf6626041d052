package org.yilianti.incentive.fund;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Money for the performance pay of a month; proposed by one person, confirmed or rejected by another. Each verb guards and gives the next
 * version.
 *
 * @param source where the money comes from, in words
 * @param amount above zero
 * @param createdBy who proposed it
 * @param decidedBy somebody else; null while it is proposed, and of one confirmed before that took a second person
 * @param reason why it was rejected; null otherwise
 */
public record PayPool(
        PayPoolId id,
        UUID association,
        long version,
        YearMonth month,
        PayKind kind,
        String name,
        String source,
        Money amount,
        Status status,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** What became of it. */
    public enum Status {
        PROPOSED,
        CONFIRMED,
        REJECTED;

        /** Name on the wire and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Refuses (422) a month that no pool is for. */
    public static void requireMonth(YearMonth month) {
        if (month.getYear() < 2000 || month.getYear() > 2199) {
            throw Refusal.invalid("fund.month-invalid", month.toString()).at("/month");
        }
    }

    static PayPool proposed(
            UUID association,
            YearMonth month,
            PayKind kind,
            String name,
            String source,
            Money amount,
            String by,
            Instant now) {
        requireMonth(month);
        return new PayPool(
                PayPoolId.next(),
                association,
                1,
                month,
                kind,
                name,
                source,
                amount,
                Status.PROPOSED,
                by,
                now,
                null,
                null,
                null);
    }

    /** The money is there: a run may spend it. */
    PayPool confirmed(String by, Instant now) {
        return decided(Status.CONFIRMED, by, now, null);
    }

    PayPool rejected(String by, Instant now, String why) {
        return decided(Status.REJECTED, by, now, why);
    }

    /** Refuses (409) a second decision and (403) who proposed it. */
    private PayPool decided(Status after, String by, Instant now, @Nullable String why) {
        if (status != Status.PROPOSED) {
            throw Refusal.conflict("fund.pool-decided", name, status.code());
        }
        if (by.equals(createdBy)) {
            throw Refusal.forbidden("fund.pool-same-person", by);
        }
        return new PayPool(
                id,
                association,
                version + 1,
                month,
                kind,
                name,
                source,
                amount,
                after,
                createdBy,
                createdAt,
                by,
                now,
                why);
    }

    /** Refuses (409) to spend what nobody else has confirmed. */
    public void requireConfirmed() {
        if (status != Status.CONFIRMED) {
            throw Refusal.conflict("fund.pool-not-confirmed", name, status.code());
        }
    }
}
