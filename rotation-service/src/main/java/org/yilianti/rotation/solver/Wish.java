package org.yilianti.rotation.solver;

import org.jspecify.annotations.Nullable;

/**
 * A wish about one day; refusing it costs its weight.
 *
 * @param shiftType the shift type it is about, or null for "any duty"
 * @param wanted true: wishes to work it; false: wishes not to
 */
public record Wish(int day, @Nullable String shiftType, boolean wanted, int weight) {

    public Wish {
        if (weight < 0) {
            throw new IllegalArgumentException("the weight of a wish is negative: " + weight);
        }
    }

    public static Wish toWork(int day, String shiftType, int weight) {
        return new Wish(day, shiftType, true, weight);
    }

    public static Wish notToWork(int day, String shiftType, int weight) {
        return new Wish(day, shiftType, false, weight);
    }

    public static Wish toBeFree(int day, int weight) {
        return new Wish(day, null, false, weight);
    }

    /** Whether a day spent on {@code shiftType} (null: free) refuses this wish. */
    boolean refusedBy(@Nullable String worked) {
        boolean matches = worked != null && (shiftType == null || shiftType.equals(worked));
        return wanted != matches;
    }
}
