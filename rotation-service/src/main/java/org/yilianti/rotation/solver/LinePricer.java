package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * The cheapest content of a window by dynamic programming over (day, state of the automaton, layer, minutes), where a layer is a combination
 * of worked weekends and of duties of the types with the tightest limits. Exact for the order of duties and for what is counted; where
 * other limits bind too (hours a week, looser types, fair nights) its cost is a lower bound and its content may break them.
 *
 * <p>Tables are dense and the innermost loop runs over neighbouring minutes, so that a processor relaxes several cells at once. Costs are
 * whole multiples of a small unit, rounded down: the bound is proven whatever the prices.
 */
final class LinePricer {

    private static final int FINEST_SCALE = 1_024;
    private static final int NEVER = 1 << 29;
    /** No sum of costs is greater: it stays apart from {@link #NEVER}. */
    private static final int GREATEST = NEVER / 4;

    private static final int MOST_LAYERS = 128;
    /** Greatest size of the table: 16 MB. */
    private static final int MOST_CELLS = 4_000_000;

    private final Model model;
    private final WindowGraph graph;
    private final MinuteBands bands;
    private final Layers layers;
    /** The content found. */
    final int[] content;

    private int[] offset = new int[256];
    private int[] table = new int[1 << 16];
    private boolean[] live = new boolean[1 << 10];
    private double scale;
    private double bound;
    private long relaxed;

    LinePricer(Model model) {
        this.model = model;
        graph = new WindowGraph(model);
        bands = new MinuteBands(model, graph);
        layers = new Layers(model);
        content = new int[model.days];
    }

    Window window() {
        return graph.window;
    }

    /** What any content costs at least at the window's prices; infinite where there is none, −infinite where the window is too large. */
    double bound() {
        return bound;
    }

    /** How many cells were relaxed so far: a measure of work that no clock disturbs. */
    long relaxed() {
        return relaxed;
    }

    /** Finds the cheapest content for the window that was read and priced; whether there is any. */
    boolean plan() {
        window().options.dropDearer(window());
        graph.build();
        bound = Double.POSITIVE_INFINITY;
        if (!bands.find()) {
            return false;
        }
        scale = scale();
        layers.choose(window(), MOST_LAYERS);
        if (size() > MOST_CELLS) {
            layers.choose(window(), 0);
        }
        if (size() > MOST_CELLS) {
            bound = Double.NEGATIVE_INFINITY;
            return false;
        }
        layOut();
        for (int day = 0; day < window().days; day++) {
            for (int node = graph.nodeStart[day]; node < graph.nodeStart[day + 1]; node++) {
                if (bands.isOpen(node)) {
                    extend(day, node);
                }
            }
        }
        return follow();
    }

    /** Units per cost: as fine as the greatest sum that a plan could have allows. */
    private double scale() {
        var options = window().options;
        double sum = 1;
        for (int day = 0; day < window().days; day++) {
            double greatest = 0;
            for (int option = options.start[day]; option < options.start[day + 1]; option++) {
                greatest = Math.max(greatest, Math.abs(options.price[option]));
            }
            double dearest = 0;
            int end = graph.arcStart[graph.nodeStart[day + 1] - 1] + options.start[day + 1] - options.start[day];
            for (int arc = graph.arcStart[graph.nodeStart[day]]; arc < end; arc++) {
                dearest = Math.max(dearest, graph.arcCost[arc]);
            }
            sum += greatest + dearest;
        }
        return Math.min(FINEST_SCALE, GREATEST / sum);
    }

    private long size() {
        long sum = 0;
        for (int node = 0; node < graph.nodeStart[window().days + 1]; node++) {
            sum += (long) bands.width(node) * layers.count;
        }
        return sum;
    }

    private void layOut() {
        int nodes = graph.nodeStart[window().days + 1];
        if (offset.length < nodes) {
            offset = new int[2 * nodes];
        }
        int size = 0;
        for (int node = 0; node < nodes; node++) {
            offset[node] = size;
            size += bands.width(node) * layers.count;
        }
        if (table.length < size) {
            table = new int[size + size / 4];
        }
        Arrays.fill(table, 0, size, NEVER);
        table[0] = 0;
        if (live.length < nodes * layers.count) {
            live = new boolean[2 * nodes * layers.count];
        }
        Arrays.fill(live, 0, nodes * layers.count, false);
        live[0] = true;
    }

    private void extend(int day, int node) {
        var options = window().options;
        boolean weekend = addsWeekend(day, node);
        for (int option = options.start[day]; option < options.start[day + 1]; option++) {
            int arc = graph.arcStart[node] + option - options.start[day];
            int to = graph.child[arc];
            if (to < 0 || !bands.isOpen(to)) {
                continue;
            }
            int type = options.type[option];
            int units = bands.units(type);
            int first = Math.max(bands.low(node), bands.low(to) - units);
            int count = 1 + Math.min(bands.high(node), bands.high(to) - units) - first;
            if (count > 0) {
                int cost = cost(option, arc);
                int from = offset[node] + first - bands.low(node);
                int into = offset[to] + first + units - bands.low(to);
                for (int layer = 0; layer < layers.count; layer++) {
                    int next = live[node * layers.count + layer] ? layers.after(layer, type, weekend) : -1;
                    if (next >= 0) {
                        live[to * layers.count + next] = true;
                        relax(from + layer * bands.width(node), into + next * bands.width(to), count, cost);
                    }
                }
            }
        }
    }

    private boolean addsWeekend(int day, int node) {
        return window().weekendMode[day] > 0 && graph.addsWeekend(day, node);
    }

    private int cost(int option, int arc) {
        return (int) Math.floor((window().options.price[option] + graph.arcCost[arc]) * scale);
    }

    private void relax(int from, int to, int count, int cost) {
        int[] cells = table;
        for (int i = 0; i < count; i++) {
            cells[to + i] = Math.min(cells[to + i], cells[from + i] + cost);
        }
        relaxed += count;
    }

    /** Chooses the cheapest end and goes back from it. */
    private boolean follow() {
        int days = window().days;
        int node = -1;
        int cell = -1;
        for (int end = graph.nodeStart[days]; end < graph.nodeStart[days + 1]; end++) {
            int width = bands.width(end);
            for (int i = 0; i < width * layers.count; i++) {
                int value = table[offset[end] + i];
                if (value < NEVER / 2) {
                    int minutes = (bands.low(end) + i % width) * model.unit;
                    double rest = graph.suffix(end) + window().endCost(minutes, 0, layers.weekends(i / width));
                    double total = value / scale + rest;
                    if (total < bound) {
                        bound = total;
                        node = end;
                        cell = i;
                    }
                }
            }
        }
        if (node < 0) {
            return false;
        }
        for (int day = days - 1; day >= 0; day--) {
            long before = before(day, node, cell);
            node = (int) (before >>> 32);
            cell = (int) before;
        }
        return true;
    }

    /** The node (upper half) and the cell before, from which this one has its cost; notes the content between. */
    private long before(int day, int node, int cell) {
        var options = window().options;
        int layer = cell / bands.width(node);
        int minutes = bands.low(node) + cell % bands.width(node);
        for (int from = graph.nodeStart[day]; from < graph.nodeStart[day + 1]; from++) {
            boolean weekend = addsWeekend(day, from);
            for (int option = options.start[day]; option < options.start[day + 1]; option++) {
                int arc = graph.arcStart[from] + option - options.start[day];
                int type = options.type[option];
                int at = minutes - bands.units(type);
                int earlier = graph.child[arc] == node && at >= bands.low(from) && at <= bands.high(from)
                        ? layers.before(layer, type, weekend)
                        : -1;
                if (earlier >= 0 && live[from * layers.count + earlier]) {
                    int index = earlier * bands.width(from) + at - bands.low(from);
                    if (table[offset[from] + index] + cost(option, arc) == table[offset[node] + cell]) {
                        content[day] = type;
                        return (long) from << 32 | index;
                    }
                }
            }
        }
        throw new IllegalStateException("a cell was reached from nowhere");
    }
}
