package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * What {@link LinePricer} counts besides minutes, as one number: worked weekends, and duties of the shift types whose limits are tightest,
 * as digits of a mixed radix. Each digit has a value beyond its limit, so that a duty is the same step from every layer; what has come to
 * such a layer is forgotten. Limits for which there is no room are left to the caller.
 */
final class Layers {

    private static final int FORGET = CostTable.NEVER;

    private final Model model;
    private final int[] step;
    private int mostWeekends;
    private int[] floor = new int[64];
    /** How many layers there are. */
    int count;

    Layers(Model model) {
        this.model = model;
        step = new int[model.types];
    }

    /** Chooses what is counted in a window; weekends always, types only while there are no more layers than this. */
    void choose(Window window, int mostLayers) {
        boolean weekends = window.weekends > 0 && (window.mostWeekends < window.weekends || window.weekendWeight > 0);
        mostWeekends = weekends ? Math.max(0, Math.min(window.mostWeekends, window.weekends)) : Limits.UNLIMITED;
        count = 1;
        floor[0] = -FORGET;
        if (weekends) {
            addDigit(mostWeekends);
        }
        Arrays.fill(step, 0);
        int types = window.line.counts.length == 0 ? 0 : model.types;
        for (int limit = 1; limit < mostLayers; limit++) {
            for (int type = 0; type < types; type++) {
                int left = window.line.profile.mostOfType[type] - window.outsideOfType[type];
                if (left == limit && window.daysOfType[type] > left && count * (left + 2) <= mostLayers) {
                    step[type] = count;
                    addDigit(left);
                }
            }
        }
    }

    private void addDigit(int most) {
        int lower = count;
        count *= most + 2;
        if (floor.length < count) {
            floor = Arrays.copyOf(floor, 2 * count);
        }
        for (int layer = lower; layer < count; layer++) {
            floor[layer] = layer / lower > most ? FORGET : floor[layer % lower];
        }
    }

    /** Per layer the least cost that may stand there: none, or so much that it counts as never reached. */
    int[] floor() {
        return floor;
    }

    /** Worked weekends of a layer. */
    int weekends(int layer) {
        return mostWeekends == Limits.UNLIMITED ? 0 : layer % (mostWeekends + 2);
    }

    /** How many layers further a content leads. */
    int step(int type, boolean addsWeekend) {
        if (type == Model.FREE) {
            return 0;
        }
        return step[type] + (addsWeekend && mostWeekends != Limits.UNLIMITED ? 1 : 0);
    }

    /** Whether a layer is within all limits. */
    boolean isWithin(int layer) {
        return layer >= 0 && floor[layer] < FORGET;
    }
}
