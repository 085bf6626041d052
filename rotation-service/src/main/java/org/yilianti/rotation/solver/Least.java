package org.yilianti.rotation.solver;

/**
 * What a contract promises somebody at least. A least number is no hard rule, because leave, pins or the law can put it out of reach: what
 * is missing costs so much instead that a plan gives it up only where it must.
 *
 * @param minutesInHorizon least minutes in the whole horizon
 * @param consecutiveDays least days in a row with a duty; a run that reaches the end of the horizon, or a start of which nothing is
 *     known, counts as long enough
 * @param consecutiveDaysOff least days off in a row between two duties, with the same exception
 * @param price what each missing day, and each begun missing hour, costs
 */
public record Least(int minutesInHorizon, int consecutiveDays, int consecutiveDaysOff, int price) {

    /** Outranks what a whole row can cost otherwise. */
    static final int STANDARD_PRICE = 20_000;

    public Least {
        if (minutesInHorizon < 0 || consecutiveDays < 0 || consecutiveDaysOff < 0 || price < 0) {
            throw new IllegalArgumentException("least numbers must not be negative");
        }
    }

    /** Least numbers with the standard price. */
    public Least(int minutesInHorizon, int consecutiveDays, int consecutiveDaysOff) {
        this(minutesInHorizon, consecutiveDays, consecutiveDaysOff, STANDARD_PRICE);
    }

    /** Nothing promised. */
    public static Least none() {
        return new Least(0, 0, 0);
    }

    /** The cost of having worked so many minutes in the horizon. */
    long costOfMinutes(int minutes) {
        return (long) price * Math.ceilDiv(Math.max(0, minutesInHorizon - minutes), 60);
    }
}
