package org.yilianti.platform.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Splits money in proportion to weights by the method of largest remainder (Hamilton, 1792): floors first, then one fen each
 * by descending remainder, ties by ascending key. The parts always sum to the whole.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits {@code whole} over the keys of {@code weights}.
     *
     * @param whole zero or more
     * @param weights zero or more each, not all zero; exact decimals, no rounding takes place before the split
     * @return a part for every key, in the iteration order of {@code weights}; a zero weight may get a fen only when no
     *     positive weight has a remainder, that is never
     * @throws IllegalArgumentException when the whole or a weight is negative, or all weights are zero
     */
    public static <K extends Comparable<? super K>> SequencedMap<K, Money> split(
            Money whole, Map<K, BigDecimal> weights) {
        if (whole.isNegative()) {
            throw new IllegalArgumentException("cannot split a negative amount: " + whole);
        }
        int scale = weights.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        Map<K, BigInteger> units = new LinkedHashMap<>();
        weights.forEach((key, weight) -> units.put(key, units(key, weight, scale)));
        BigInteger total = units.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("all weights are zero: nobody can receive " + whole);
        }
        return distribute(whole, units, total);
    }

    private static BigInteger units(Object key, BigDecimal weight, int scale) {
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("the weight of " + key + " is negative: " + weight);
        }
        return weight.setScale(scale).unscaledValue();
    }

    private static <K extends Comparable<? super K>> SequencedMap<K, Money> distribute(
            Money whole, Map<K, BigInteger> units, BigInteger total) {
        record Part<K>(K key, BigInteger remainder) {}
        SequencedMap<K, Money> shares = new LinkedHashMap<>();
        List<Part<K>> parts = new ArrayList<>(units.size());
        long given = 0;
        for (Map.Entry<K, BigInteger> unit : units.entrySet()) {
            BigInteger[] share =
                    BigInteger.valueOf(whole.fen()).multiply(unit.getValue()).divideAndRemainder(total);
            shares.put(unit.getKey(), new Money(share[0].longValueExact()));
            parts.add(new Part<>(unit.getKey(), share[1]));
            given += share[0].longValueExact();
        }
        parts.sort(Comparator.comparing((Part<K> part) -> part.remainder())
                .reversed()
                .thenComparing(Part::key));
        for (Part<K> part : parts.subList(0, Math.toIntExact(whole.fen() - given))) {
            shares.merge(part.key(), new Money(1), Money::plus);
        }
        return shares;
    }
}
