package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * What {@link LinePricer} counts besides minutes, as one number: worked weekends, and duties of the shift types whose limits are tightest,
 * as digits of a mixed radix. Limits for which there is no room are left to the caller.
 */
final class Layers {

    private final Model model;
    private final int[] step;
    private final int[] most;
    private int mostWeekends;
    /** How many layers there are. */
    int count;

    Layers(Model model) {
        this.model = model;
        step = new int[model.types];
        most = new int[model.types];
    }

    /** Chooses what is counted in a window; weekends always, types only while there are no more layers than this. */
    void choose(Window window, int mostLayers) {
        boolean weekends = window.weekends > 0 && (window.mostWeekends < window.weekends || window.weekendWeight > 0);
        mostWeekends = weekends ? Math.max(0, Math.min(window.mostWeekends, window.weekends)) : Limits.UNLIMITED;
        count = weekends ? mostWeekends + 1 : 1;
        Arrays.fill(step, 0);
        int types = window.line.counts.length == 0 ? 0 : model.types;
        for (int limit = 1; limit < mostLayers; limit++) {
            for (int type = 0; type < types; type++) {
                int left = window.line.profile.mostOfType[type] - window.outsideOfType[type];
                if (left == limit && window.daysOfType[type] > left && count * (left + 1) <= mostLayers) {
                    step[type] = count;
                    most[type] = left;
                    count *= left + 1;
                }
            }
        }
    }

    /** Worked weekends of a layer. */
    int weekends(int layer) {
        return mostWeekends == Limits.UNLIMITED ? 0 : layer % (mostWeekends + 1);
    }

    /** The layer after this content, or −1 where it exceeds a limit. */
    int after(int layer, int type, boolean addsWeekend) {
        if (type == Model.FREE) {
            return layer;
        }
        int next = layer;
        if (addsWeekend && mostWeekends != Limits.UNLIMITED) {
            if (weekends(layer) == mostWeekends) {
                return -1;
            }
            next++;
        }
        if (step[type] > 0) {
            if (layer / step[type] % (most[type] + 1) == most[type]) {
                return -1;
            }
            next += step[type];
        }
        return next;
    }

    /** The layer before this content, or −1 where there is none. */
    int before(int layer, int type, boolean addsWeekend) {
        if (type == Model.FREE) {
            return layer;
        }
        int earlier = layer - (addsWeekend && mostWeekends != Limits.UNLIMITED ? 1 : 0) - step[type];
        return earlier >= 0 && after(earlier, type, addsWeekend) == layer ? earlier : -1;
    }
}
