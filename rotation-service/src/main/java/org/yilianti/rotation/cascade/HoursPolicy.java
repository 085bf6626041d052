package org.yilianti.rotation.cascade;

/**
 * What the association makes of weekly hours beyond a cap; effective-dated.
 *
 * @param suspends whether the agreement is suspended for the rest of the week and planned duties beyond the cap are released; otherwise
 *     those concerned are only told
 * @param toleranceMinutes minutes a week by which work that ran over may exceed a cap before anything follows
 * @param hoursAtAllHosts most hours a week under all agreements of one person together
 */
public record HoursPolicy(boolean suspends, int toleranceMinutes, int hoursAtAllHosts) {

    /** An hour of patience; at all hosts together what applications may come to (G). */
    static HoursPolicy standard() {
        return new HoursPolicy(true, 60, 20);
    }

    /** @throws IllegalArgumentException when a value makes no sense */
    public HoursPolicy {
        if (toleranceMinutes < 0 || hoursAtAllHosts < 1 || hoursAtAllHosts > 7 * 24) {
            throw new IllegalArgumentException("tolerance must not be negative, hours must be 1 to 168");
        }
    }
}
