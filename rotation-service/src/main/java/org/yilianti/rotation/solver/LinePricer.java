package org.yilianti.rotation.solver;

/**
 * The cheapest content of a window by dynamic programming over (day, state of the automaton, layer, minutes), where a layer is a combination
 * of worked weekends and of duties of the types with the tightest limits. Exact for the order of duties and for what is counted; where
 * other limits bind too (hours a week, looser types, fair nights) its cost is a lower bound and its content may break them.
 *
 * <p>Costs are whole multiples of a small unit, rounded down: the bound is proven whatever the prices.
 */
final class LinePricer {

    private static final int FINEST_SCALE = 1_024;
    /** No sum of costs is greater: it stays apart from {@link CostTable#NEVER}. */
    private static final int GREATEST = CostTable.NEVER / 4;

    private static final int MOST_LAYERS = 256;
    /** Greatest size of the table: 64 MB. */
    static final int MOST_CELLS = 16_000_000;

    private final Model model;
    private final WindowGraph graph;
    private final MinuteBands bands;
    private final Layers layers;
    /** The content found. */
    final int[] content;

    private final CostTable table = new CostTable();
    private double scale;
    private double bound;

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
        return table.relaxed();
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
                    table.forgetBeyondLimits(node, size(node));
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
            sum += size(node);
        }
        return sum;
    }

    private void layOut() {
        int nodes = graph.nodeStart[window().days + 1];
        int most = 0;
        table.clear(nodes);
        for (int node = 0; node < nodes; node++) {
            table.widen(node, size(node));
            most = Math.max(most, size(node));
        }
        table.repeatFloor(layers.floor(), layers.count, most);
        table.reach(0, 0);
    }

    private int size(int node) {
        return bands.width(node) * layers.count;
    }

    private void extend(int day, int node) {
        var options = window().options;
        boolean weekend = addsWeekend(day, node);
        for (int option = options.start[day]; option < options.start[day + 1]; option++) {
            int arc = graph.arcStart[node] + option - options.start[day];
            int to = graph.child[arc];
            if (to >= 0 && bands.isOpen(to)) {
                int type = options.type[option];
                int units = bands.units(type);
                int first = Math.max(bands.low(node), bands.low(to) - units);
                int rows = 1 + Math.min(bands.high(node), bands.high(to) - units) - first;
                int from = (first - bands.low(node)) * layers.count;
                int into = (first + units - bands.low(to)) * layers.count + layers.step(type, weekend);
                int count = Math.min(rows * layers.count, size(to) - into);
                if (count > 0) {
                    table.relax(node, from, to, into, count, cost(option, arc));
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

    /** Chooses the cheapest end and goes back from it. */
    private boolean follow() {
        int days = window().days;
        int node = -1;
        int cell = -1;
        for (int end = graph.nodeStart[days]; end < graph.nodeStart[days + 1]; end++) {
            for (int i = 0; i < size(end); i++) {
                int value = table.cost(end, i);
                if (value < CostTable.NEVER / 2 && layers.isWithin(i % layers.count)) {
                    int minutes = (bands.low(end) + i / layers.count) * model.unit;
                    int weekends = layers.weekends(i % layers.count);
                    double total = value / scale + graph.suffix(end) + window().endCost(minutes, 0, weekends);
                    if (total < bound) {
                        bound = total;
                        node = end;
                        cell = i;
                    }
                }
            }
        }
        for (int day = days - 1; day >= 0 && node >= 0; day--) {
            long before = before(day, node, cell);
            node = (int) (before >>> 32);
            cell = (int) before;
        }
        return node >= 0;
    }

    /** The node (upper half) and the cell before, from which this one has its cost; notes the content between. */
    private long before(int day, int node, int cell) {
        var options = window().options;
        int layer = cell % layers.count;
        int minutes = bands.low(node) + cell / layers.count;
        for (int from = graph.nodeStart[day]; from < graph.nodeStart[day + 1]; from++) {
            boolean weekend = addsWeekend(day, from);
            for (int option = options.start[day]; option < options.start[day + 1]; option++) {
                int arc = graph.arcStart[from] + option - options.start[day];
                int type = options.type[option];
                int at = minutes - bands.units(type);
                int earlier = layer - layers.step(type, weekend);
                if (graph.child[arc] == node
                        && at >= bands.low(from)
                        && at <= bands.high(from)
                        && layers.isWithin(earlier)) {
                    int index = (at - bands.low(from)) * layers.count + earlier;
                    if (table.cost(from, index) + cost(option, arc) == table.cost(node, cell)) {
                        content[day] = type;
                        return (long) from << 32 | index;
                    }
                }
            }
        }
        throw new IllegalStateException("a cell was reached from nowhere");
    }
}
