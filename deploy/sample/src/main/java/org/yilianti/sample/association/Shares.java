package org.yilianti.sample.association;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits whole people by weights, largest remainder first, ties by position. */
final class Shares {

    private Shares() {}

    /** Parts in the order of the weights; their sum is exactly {@code total}. */
    static int[] of(int total, double... weights) {
        double sum = Arrays.stream(weights).sum();
        int[] parts = new int[weights.length];
        double[] remainders = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            parts[i] = (int) exact;
            remainders[i] = exact - parts[i];
            given += parts[i];
        }
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -remainders[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < total - given; i++) {
            parts[order[i % order.length]]++;
        }
        return parts;
    }
}
