package org.yilianti.rotation.solver;

import java.util.Arrays;

/** Per node of a window's graph the band of minutes with which it can be reached and left within the limits, in the model's unit. */
final class MinuteBands {

    private static final int NEVER = 1 << 28;

    private final Model model;
    private final WindowGraph graph;
    private int[] low = new int[256];
    private int[] high = new int[256];
    private int[] leastTail = new int[256];
    private int[] mostTail = new int[256];
    private int least;
    private int most;
    private boolean counts;

    MinuteBands(Model model, WindowGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    /** Units of minutes of a content; none where minutes decide nothing. */
    int units(int type) {
        return type == Model.FREE || !counts ? 0 : model.length[type] / model.unit;
    }

    int low(int node) {
        return low[node];
    }

    int high(int node) {
        return high[node];
    }

    boolean isOpen(int node) {
        return low[node] <= high[node];
    }

    int width(int node) {
        return isOpen(node) ? high[node] - low[node] + 1 : 0;
    }

    /** Finds the bands of the graph as it was built; whether there is any way through. */
    boolean find() {
        var window = graph.window;
        int nodes = graph.nodeStart[window.days + 1];
        if (low.length < nodes) {
            low = new int[2 * nodes];
            high = new int[2 * nodes];
            leastTail = new int[2 * nodes];
            mostTail = new int[2 * nodes];
        }
        counts = window.minutesMatter();
        least = counts ? Math.ceilDiv(window.leastMinutes, model.unit) : 0;
        most = counts ? Math.floorDiv(Math.min(window.mostMinutes, window.maximum), model.unit) : 0;
        for (int node = graph.nodeStart[window.days]; node < nodes; node++) {
            boolean open = graph.suffix(node) < WindowGraph.NEVER;
            leastTail[node] = open ? 0 : NEVER;
            mostTail[node] = open ? 0 : -NEVER;
        }
        for (int day = window.days - 1; day >= 0; day--) {
            backwards(day);
        }
        Arrays.fill(low, 0, nodes, NEVER);
        Arrays.fill(high, 0, nodes, -1);
        if (leastTail[0] > most || mostTail[0] < least) {
            return false;
        }
        low[0] = high[0] = 0;
        for (int day = 0; day < window.days; day++) {
            forwards(day);
        }
        return true;
    }

    private void backwards(int day) {
        var options = graph.window.options;
        for (int node = graph.nodeStart[day]; node < graph.nodeStart[day + 1]; node++) {
            leastTail[node] = NEVER;
            mostTail[node] = -NEVER;
            for (int option = options.start[day]; option < options.start[day + 1]; option++) {
                int to = graph.child[graph.arcStart[node] + option - options.start[day]];
                if (to >= 0 && leastTail[to] < NEVER) {
                    int units = units(options.type[option]);
                    leastTail[node] = Math.min(leastTail[node], leastTail[to] + units);
                    mostTail[node] = Math.max(mostTail[node], mostTail[to] + units);
                }
            }
        }
    }

    private void forwards(int day) {
        var options = graph.window.options;
        for (int node = graph.nodeStart[day]; node < graph.nodeStart[day + 1]; node++) {
            for (int option = options.start[day]; option < options.start[day + 1] && isOpen(node); option++) {
                int to = graph.child[graph.arcStart[node] + option - options.start[day]];
                if (to >= 0 && leastTail[to] < NEVER) {
                    int units = units(options.type[option]);
                    int from = Math.max(low[node] + units, least - mostTail[to]);
                    int until = Math.min(high[node] + units, most - leastTail[to]);
                    if (from <= until) {
                        low[to] = Math.min(low[to], from);
                        high[to] = Math.max(high[to], until);
                    }
                }
            }
        }
    }
}
