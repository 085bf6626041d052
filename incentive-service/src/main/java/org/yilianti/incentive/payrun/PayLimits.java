package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;

/**
 * How little and how much of an institution's amount one person may get (I5); what is taken from some goes to the others by points, to
 * the fen. Pure, and independent of the order of its inputs.
 *
 * <p>Bounds are about those with points: nobody gets more than {@code cap} times their mean, rounded up, nor less than the floor, which
 * sinks to an equal part where there is not enough for all. So a split within the bounds always exists.
 *
 * @param cap times the mean, at least 1; null for none
 */
record PayLimits(@Nullable BigDecimal cap, Money floor) {

    static final PayLimits NONE = new PayLimits(null, Money.ZERO);

    /** Splits by points within the bounds; whoever has no points gets nothing. */
    Map<String, Money> split(Money amount, SequencedMap<String, BigDecimal> points) {
        SequencedMap<String, BigDecimal> free = new LinkedHashMap<>();
        points.forEach((key, value) -> {
            if (value.signum() > 0) {
                free.put(key, value);
            }
        });
        return (cap == null && floor.isZero()) || free.isEmpty()
                ? LargestRemainder.split(amount, points)
                : within(least(amount, free.size()), most(amount, free.size()), amount, free);
    }

    private Money least(Money amount, int people) {
        return Money.ofFen(Math.min(floor.fen(), amount.fen() / people));
    }

    private Money most(Money amount, int people) {
        return cap == null
                ? amount
                : Money.ofFen(BigDecimal.valueOf(amount.fen())
                        .multiply(cap)
                        .divide(BigDecimal.valueOf(people), 0, RoundingMode.CEILING)
                        .longValueExact());
    }

    /**
     * Each round sets those on the side that is further out to their bound and splits the rest anew; what is left then always lies between
     * the bounds of those who are left, so that it ends with everybody inside.
     */
    private static Map<String, Money> within(
            Money least, Money most, Money amount, SequencedMap<String, BigDecimal> free) {
        Map<String, Money> settled = new HashMap<>();
        Money rest = amount;
        while (!free.isEmpty()) {
            Map<String, Money> tried = LargestRemainder.split(rest, free);
            List<String> over = new ArrayList<>();
            List<String> under = new ArrayList<>();
            long outside = 0;
            for (Map.Entry<String, Money> one : tried.entrySet()) {
                if (one.getValue().compareTo(most) > 0) {
                    over.add(one.getKey());
                    outside += one.getValue().minus(most).fen();
                } else if (one.getValue().compareTo(least) < 0) {
                    under.add(one.getKey());
                    outside -= least.minus(one.getValue()).fen();
                }
            }
            if (outside >= 0) {
                over.forEach(key -> settled.put(key, most));
            }
            if (outside <= 0) {
                under.forEach(key -> settled.put(key, least));
            }
            if (outside == 0) {
                tried.forEach(settled::putIfAbsent);
                return settled;
            }
            free.keySet().removeAll(settled.keySet());
            rest = amount.minus(Money.sum(settled.values()));
        }
        return settled;
    }
}
