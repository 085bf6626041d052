package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How a measured value becomes a score from 0 to 1, with v the value, t the target (above 0) and f the floor (below t, 0 unless
 * given). Six decimals, rounded half to even.
 */
public enum Scoring {
    /** More is better, along a straight line: 0 up to f, {@code (v − f) / (t − f)} between, 1 from t. */
    LINEAR {
        @Override
        BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor) {
            return divided(value.subtract(floor), target.subtract(floor));
        }
    },
    /** Ratio to target: {@code v / t}, at most 1. */
    RATIO {
        @Override
        BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor) {
            return divided(value, target);
        }
    },
    /** All or nothing: 1 from t, else 0. */
    THRESHOLD {
        @Override
        BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor) {
            return value.compareTo(target) >= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    },
    /** Less is better: 1 up to t, then {@code t / v}. */
    REVERSE {
        @Override
        BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor) {
            return value.compareTo(target) <= 0 ? BigDecimal.ONE : divided(target, value);
        }
    },
    /** Steps: the score of the highest band that v reaches, 0 below all of them; see {@link #banded}. */
    BANDED {
        @Override
        BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor) {
            throw new IllegalStateException("a banded indicator is scored by its bands");
        }
    };

    private static final int DECIMALS = 6;

    abstract BigDecimal fraction(BigDecimal value, BigDecimal target, BigDecimal floor);

    /**
     * The score of a value.
     *
     * @param value zero or more
     */
    BigDecimal score(BigDecimal value, BigDecimal target, BigDecimal floor) {
        return fraction(value, target, floor)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal banded(BigDecimal value, List<Band> ascending) {
        BigDecimal score = BigDecimal.ZERO;
        for (Band band : ascending) {
            score = value.compareTo(band.from()) >= 0 ? band.score() : score;
        }
        return score.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scoring of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static BigDecimal divided(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
