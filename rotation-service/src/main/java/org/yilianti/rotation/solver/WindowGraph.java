package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * The ways through a window by the rules about the order of duties alone: nodes are (day, state of the automaton), arcs the options of the
 * day. {@link #solve} finds the cheapest cost from each node to the end, with a price per minute added; what counters limit is
 * left to {@link WindowPlanner}, for which these costs are lower bounds.
 */
final class WindowGraph {

    static final double NEVER = Double.POSITIVE_INFINITY;

    private final Model model;
    final Window window;
    /** Nodes of day d: from {@code nodeStart[d]} to {@code nodeStart[d + 1]}; those of day {@code days} are ends. */
    final int[] nodeStart;

    int[] state = new int[256];
    /** The first arc of each node; arcs are in the order of the day's options. */
    int[] arcStart = new int[256];

    /** The node an arc leads to, or −1. */
    int[] child = new int[1_024];
    /** What an arc costs besides the price of its option: short runs, weekends. */
    double[] arcCost = new double[1_024];

    /** The cheapest cost from each node to the end. */
    double[] toGo = new double[256];

    private double[] suffix = new double[64];
    private double[] priced = new double[64];
    private int[] known = new int[0];
    private double surcharge;
    private int nodes;
    private int arcs;

    WindowGraph(Model model) {
        this.model = model;
        window = new Window(model);
        nodeStart = new int[model.days + 2];
    }

    /** Finds all nodes and arcs of the window. */
    void build() {
        var rules = window.line.profile.automaton;
        if (known.length < rules.states()) {
            known = new int[rules.states()];
        }
        nodes = 0;
        arcs = 0;
        nodeStart[0] = 0;
        addNode(window.line.states[window.from]);
        for (int day = 0; day < window.days; day++) {
            nodeStart[day + 1] = nodes;
            Arrays.fill(known, 0, rules.states(), -1);
            for (int node = nodeStart[day]; node < nodeStart[day + 1]; node++) {
                expand(rules, day, node);
            }
        }
        nodeStart[window.days + 1] = nodes;
        suffixes(rules);
    }

    private int addNode(int automatonState) {
        if (nodes == state.length) {
            state = Arrays.copyOf(state, 2 * nodes);
            arcStart = Arrays.copyOf(arcStart, 2 * nodes);
            toGo = new double[2 * nodes];
        }
        state[nodes] = automatonState;
        return nodes++;
    }

    private void expand(Automaton rules, int day, int node) {
        int count = window.options.start[day + 1] - window.options.start[day];
        while (arcs + count > child.length) {
            child = Arrays.copyOf(child, 2 * child.length);
            arcCost = Arrays.copyOf(arcCost, child.length);
        }
        arcStart[node] = arcs;
        boolean worked = rules.worked[state[node]];
        boolean weekend = addsWeekend(day, worked);
        double weekendPrice = weekend ? window.weekendPrice() : 0;
        for (int i = window.options.start[day]; i < window.options.start[day + 1]; i++) {
            int type = window.options.type[i];
            int arc = state[node] * rules.symbols + type + 1;
            int next = rules.next[arc];
            boolean duty = type != Model.FREE;
            if (next < 0 || (window.strict && rules.cost[arc] > 0) || (duty && weekend && window.mostWeekends <= 0)) {
                child[arcs++] = -1;
                continue;
            }
            if (known[next] < 0) {
                known[next] = addNode(next);
            }
            arcCost[arcs] = rules.cost[arc] + (duty ? weekendPrice : 0);
            child[arcs++] = known[next];
        }
    }

    /** Whether a duty on this day adds a weekend after this state. */
    boolean addsWeekend(int day, int node) {
        return addsWeekend(day, window.line.profile.automaton.worked[state[node]]);
    }

    private boolean addsWeekend(int day, boolean worked) {
        return window.weekendMode[day] == 1 || (window.weekendMode[day] == 2 && !worked);
    }

    /** What the days after the window cost more or less than now, per end. */
    private void suffixes(Automaton rules) {
        int first = nodeStart[window.days];
        if (suffix.length < nodes - first) {
            suffix = new double[2 * (nodes - first)];
        }
        var line = window.line;
        for (int node = first; node < nodes; node++) {
            int present = state[node];
            double sum = 0;
            for (int day = window.from + window.days; day < model.days && present != line.states[day]; day++) {
                int arc = present * rules.symbols + line.cells[day] + 1;
                present = rules.next[arc];
                if (present < 0 || (window.strict && rules.cost[arc] > 0)) {
                    sum = NEVER;
                    break;
                }
                sum += rules.cost[arc] - rules.cost[line.states[day] * rules.symbols + line.cells[day] + 1];
            }
            suffix[node - first] = sum;
        }
    }

    /** Fills {@link #toGo} for these prices and so much more per minute and weekend; answers the cost of the cheapest way. */
    double solve(double perMinute, double perWeekend) {
        surcharge = perWeekend;
        int options = window.options.start[window.days];
        if (priced.length < options) {
            priced = new double[2 * options];
        }
        for (int i = 0; i < options; i++) {
            int type = window.options.type[i];
            priced[i] = window.options.price[i] + (type == Model.FREE ? 0 : perMinute * model.length[type]);
        }
        int first = nodeStart[window.days];
        System.arraycopy(suffix, 0, toGo, first, nodes - first);
        for (int day = window.days - 1; day >= 0; day--) {
            int begin = window.options.start[day];
            int count = window.options.start[day + 1] - begin;
            for (int node = nodeStart[day]; node < nodeStart[day + 1]; node++) {
                int arc = arcStart[node];
                double extra = surcharge(day, node);
                double best = NEVER;
                for (int i = 0; i < count; i++) {
                    int to = child[arc + i];
                    if (to >= 0) {
                        double weekend = window.options.type[begin + i] == Model.FREE ? 0 : extra;
                        best = Math.min(best, priced[begin + i] + arcCost[arc + i] + toGo[to] + weekend);
                    }
                }
                toGo[node] = best;
            }
        }
        return toGo[0];
    }

    private double surcharge(int day, int node) {
        return surcharge > 0 && window.weekendMode[day] > 0 && addsWeekend(day, node) ? surcharge : 0;
    }

    /** The option of the cheapest way on from a node, for the prices last solved for. */
    int cheapest(int day, int node) {
        int begin = window.options.start[day];
        int count = window.options.start[day + 1] - begin;
        int arc = arcStart[node];
        double extra = surcharge(day, node);
        int best = -1;
        double least = NEVER;
        for (int i = 0; i < count; i++) {
            int to = child[arc + i];
            double weekend = window.options.type[begin + i] == Model.FREE ? 0 : extra;
            if (to >= 0 && priced[begin + i] + arcCost[arc + i] + toGo[to] + weekend < least) {
                least = priced[begin + i] + arcCost[arc + i] + toGo[to] + weekend;
                best = i;
            }
        }
        return best;
    }

    /** What the days after cost from an end. */
    double suffix(int node) {
        return suffix[node - nodeStart[window.days]];
    }
}
