package org.yilianti.rotation.solver;

/**
 * What a head too few or too many costs on one (day, shift type). A head below the minimum is also a head below the desired number, so
 * it costs both.
 */
public record CoverWeights(int belowMinimum, int belowDesired, int aboveDesired) {

    public CoverWeights {
        if (belowMinimum < 0 || belowDesired < 0 || aboveDesired < 0) {
            throw new IllegalArgumentException("cover weights must not be negative");
        }
    }

    /** A minimum outranks any wish, a desired head outranks most, a surplus head is a mild waste. */
    public static CoverWeights standard() {
        return new CoverWeights(1_000, 100, 30);
    }
}
