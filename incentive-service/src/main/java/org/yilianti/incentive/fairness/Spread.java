package org.yilianti.incentive.fairness;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How unevenly people are paid. Money in fen, means rounded half to even; percentiles by nearest rank (the smallest amount that at
 * least so many per cent get at most).
 *
 * @param gini 0 (all alike) to below 1: Σ(2i − n − 1)·x_i ÷ (n·Σx) over amounts x_1 ≤ … ≤ x_n (Gini's mean difference in the ordered form
 *     of Sen, On Economic Inequality, 1973); 0 when nothing is paid
 * @param fenPerHour of counted service; 0 without any
 */
public record Spread(
        int people,
        long totalFen,
        long meanFen,
        long p10Fen,
        long medianFen,
        long p90Fen,
        BigDecimal gini,
        long fenPerHour) {

    private static final int DECIMALS = 6;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int TENTHS = 10;

    /** Of at least one earning. */
    static Spread of(Collection<Earning> earnings) {
        long[] fen = sorted(earnings);
        BigInteger total = Arrays.stream(fen).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long minutes = earnings.stream().mapToLong(Earning::minutes).sum();
        return new Spread(
                fen.length,
                total.longValueExact(),
                divided(total, fen.length).longValueExact(),
                percentile(fen, 1),
                percentile(fen, 5),
                percentile(fen, 9),
                gini(fen, total),
                minutes == 0
                        ? 0
                        : divided(total.multiply(BigInteger.valueOf(MINUTES_OF_AN_HOUR)), minutes)
                                .longValueExact());
    }

    /** The share of all pay that the poorest 0, 10, …, 100 per cent of people get (the Lorenz curve). */
    static List<BigDecimal> lorenz(Collection<Earning> earnings) {
        long[] fen = sorted(earnings);
        BigDecimal total = BigDecimal.valueOf(Arrays.stream(fen).sum());
        return IntStream.rangeClosed(0, TENTHS)
                .mapToObj(tenth -> Arrays.stream(fen, 0, (int) ((long) fen.length * tenth / TENTHS))
                        .sum())
                .map(part -> total.signum() == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(part).divide(total, DECIMALS, RoundingMode.HALF_EVEN))
                .toList();
    }

    /**
     * Pearson's coefficient of correlation between minutes and pay, −1 to 1; 0 when one of them is the same for everybody.
     */
    static BigDecimal correlation(Collection<Earning> earnings) {
        BigInteger n = BigInteger.valueOf(earnings.size());
        BigInteger x = BigInteger.ZERO;
        BigInteger y = BigInteger.ZERO;
        BigInteger xx = BigInteger.ZERO;
        BigInteger yy = BigInteger.ZERO;
        BigInteger xy = BigInteger.ZERO;
        for (Earning one : earnings) {
            BigInteger minutes = BigInteger.valueOf(one.minutes());
            BigInteger fen = BigInteger.valueOf(one.fen());
            x = x.add(minutes);
            y = y.add(fen);
            xx = xx.add(minutes.multiply(minutes));
            yy = yy.add(fen.multiply(fen));
            xy = xy.add(minutes.multiply(fen));
        }
        BigInteger spread =
                n.multiply(xx).subtract(x.multiply(x)).multiply(n.multiply(yy).subtract(y.multiply(y)));
        if (spread.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(n.multiply(xy).subtract(x.multiply(y)))
                .divide(new BigDecimal(spread).sqrt(MathContext.DECIMAL128), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal gini(long[] fen, BigInteger total) {
        if (total.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < fen.length; i++) {
            sum = sum.add(BigInteger.valueOf(2L * (i + 1) - fen.length - 1).multiply(BigInteger.valueOf(fen[i])));
        }
        BigInteger whole = total.multiply(BigInteger.valueOf(fen.length));
        return new BigDecimal(sum).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static long percentile(long[] fen, int tenths) {
        return fen[(int) (((long) fen.length * tenths + TENTHS - 1) / TENTHS) - 1];
    }

    private static BigInteger divided(BigInteger part, long whole) {
        return new BigDecimal(part)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    private static long[] sorted(Collection<Earning> earnings) {
        return earnings.stream().mapToLong(Earning::fen).sorted().toArray();
    }
}
