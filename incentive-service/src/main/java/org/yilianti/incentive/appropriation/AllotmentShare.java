package org.yilianti.incentive.appropriation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;

/**
 * An institution's part of an allotment: amount = advance + earned + withheld once it is settled.
 *
 * @param score that it was allotted by; null where no score decides
 * @param settledBy score that it is settled by; null before that, and where nothing is held back
 */
public record AllotmentShare(
        UUID institution,
        String code,
        String name,
        long population,
        @Nullable BigDecimal score,
        Money amount,
        Money advance,
        @Nullable BigDecimal settledBy,
        Money earned,
        Money withheld) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static AllotmentShare of(
            UUID institution, String code, String name, long population, @Nullable BigDecimal score, Money amount) {
        return new AllotmentShare(
                institution, code, name, population, score, amount, Money.ZERO, null, Money.ZERO, Money.ZERO);
    }

    /** With so much of it paid at once, rounded down. */
    AllotmentShare advancing(int percent) {
        return new AllotmentShare(
                institution,
                code,
                name,
                population,
                score,
                amount,
                part(amount, BigDecimal.valueOf(percent).divide(HUNDRED)),
                null,
                Money.ZERO,
                Money.ZERO);
    }

    /** What is neither paid nor withheld. */
    public Money held() {
        return amount.minus(advance).minus(earned).minus(withheld);
    }

    /** Earns this part of what is held back, rounded down; the rest is withheld. */
    AllotmentShare settled(BigDecimal by) {
        Money held = amount.minus(advance);
        Money gain = part(held, by);
        return new AllotmentShare(
                institution, code, name, population, score, amount, advance, by, gain, held.minus(gain));
    }

    /** As before it was settled. */
    AllotmentShare unsettled() {
        return new AllotmentShare(
                institution, code, name, population, score, amount, advance, null, Money.ZERO, Money.ZERO);
    }

    private static Money part(Money whole, BigDecimal share) {
        return Money.ofFen(BigDecimal.valueOf(whole.fen())
                .multiply(share)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }
}
