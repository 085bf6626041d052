package org.yilianti.rotation.solver;

/**
 * Plans the window of one line anew, exactly, by dynamic programming over (state of the automaton, counters), with all other lines and
 * the rest of this line as given.
 *
 * <p>First the order of duties alone is solved backwards ({@link WindowGraph}), with a price per minute that makes the cheapest way keep
 * the limits of minutes as well as it can (Lagrange). Often that way keeps all limits and is proven cheapest. Otherwise partial plans
 * are extended day by day, and those whose cost and bound together do not beat the best known are dropped.
 */
final class WindowPlanner {

    private static final double EPSILON = 1e-6;
    private static final int PRICES = 5;
    private static final int WEEKEND_PRICES = 3;
    /** From so many days on weekends are priced too. */
    private static final int LONG_WINDOW = 21;

    private static final double WEEKEND_START = 50;
    private static final double WEEKEND_HASTE = 500;
    private static final double FREE_HASTE = 2_400;

    private final Model model;
    private final WindowGraph graph;
    private final Tally tally;
    private final Labels labels = new Labels();
    private final int[] way;
    final int[] content;
    private double best;
    private double bound;
    private double perMinute;
    private double perWeekend;
    private int wayMinutes;
    private int wayWeekends;
    private double wayCost;
    private boolean wayAllowed;

    /** Labels kept a day; a plan found with fewer than needed is good, not proven best. */
    int mostLabels = 4_000;
    /** What the best plan may be off; 0 for the cheapest. */
    double tolerance;

    WindowPlanner(Model model) {
        this.model = model;
        graph = new WindowGraph(model);
        tally = new Tally(model);
        way = new int[model.days];
        content = new int[model.days];
    }

    /** Whether limits per shift type are counted; without them only the bound is of use. */
    void countTypes(boolean count) {
        tally.countTypes = count;
    }

    Window window() {
        return graph.window;
    }

    /** A lower bound of what any content of the window last planned costs at its prices. */
    double bound() {
        return bound;
    }

    /** The cost of {@link #content} at the window's prices. */
    double cost() {
        return best;
    }

    /** Finds the cheapest content for the window that was read and priced; whether there is any. Then it is in {@link #content}. */
    boolean plan() {
        prepare();
        return search(WindowGraph.NEVER);
    }

    /** Finds the cheapest content; whether it is cheaper than the present one. */
    boolean improve() {
        prepare();
        return search(presentCost());
    }

    private void prepare() {
        window().options.dropDearer(window());
        graph.build();
        tally.layOut(window());
    }

    private boolean search(double limit) {
        best = limit;
        boolean found = price();
        if (best - bound > tolerance + EPSILON) {
            found |= extend();
        }
        int to = window().from + window().days;
        return found && (tally.complete || LineCheck.permits(window().line, window().from, to, content));
    }

    private double presentCost() {
        long counted = 0;
        int node = 0;
        double cost = 0;
        for (int day = 0; day < window().days; day++) {
            int type = window().line.cells[window().from + day];
            int option = window().options.present[day];
            int arc = option < 0 ? -1 : graph.arcStart[node] + option - window().options.start[day];
            if (arc < 0 || graph.child[arc] < 0) {
                return WindowGraph.NEVER;
            }
            cost += window().options.presentPrice[day] + graph.arcCost[arc];
            counted = advance(day, node, type, counted);
            node = graph.child[arc];
        }
        return cost + graph.suffix(node) + endCost(counted);
    }

    /** Chooses prices per minute and weekend that give a great bound; answers whether a way seen with some was allowed and cheaper. */
    private boolean price() {
        perWeekend = 0;
        bound = Double.NEGATIVE_INFINITY;
        boolean found = priceMinutes();
        if (bound == WindowGraph.NEVER || window().days < LONG_WINDOW || tally.weekendsMask == 0) {
            return found;
        }
        double low = 0;
        double high = WEEKEND_START;
        for (int i = 0;
                i < WEEKEND_PRICES && best - bound > tolerance + EPSILON && wayWeekends != window().mostWeekends;
                i++) {
            boolean tooMany = wayWeekends > window().mostWeekends;
            if (perWeekend == 0 && !tooMany) {
                return found;
            }
            low = tooMany ? perWeekend : low;
            high = tooMany ? Math.max(high, 2 * perWeekend) : perWeekend;
            perWeekend = perWeekend == 0 ? high : tooMany && high == 2 * perWeekend ? high : (low + high) / 2;
            found |= priceMinutes();
        }
        if (wayWeekends > window().mostWeekends) {
            perWeekend = high;
            found |= priceMinutes();
        }
        return found;
    }

    /** The same for minutes alone, with the price per weekend as it is. */
    private boolean priceMinutes() {
        boolean found = walk(0);
        perMinute = 0;
        bound = Math.max(bound, graph.toGo[0] - weekendDue());
        if (bound >= best - tolerance - EPSILON || tally.minutesMask == 0) {
            return found;
        }
        int least = window().leastMinutes;
        int most = window().mostMinutes;
        if (wayMinutes >= least && wayMinutes <= most) {
            return found;
        }
        int goal = wayMinutes < least ? least : most;
        double nearCost = wayCost;
        int near = wayMinutes;
        found |= walk(goal == least ? -steep() : steep());
        int far = wayMinutes;
        double farCost = wayCost;
        for (int i = 0; i < PRICES && near != far; i++) {
            perMinute = (farCost - nearCost) / (near - far);
            found |= walk(perMinute);
            bound = Math.max(bound, graph.toGo[0] - perMinute * goal - weekendDue());
            boolean known = wayCost + perMinute * wayMinutes >= nearCost + perMinute * near - EPSILON;
            if (known || wayMinutes == goal || best - bound <= tolerance + EPSILON) {
                return found;
            }
            if ((wayMinutes < goal) == (near < goal)) {
                near = wayMinutes;
                nearCost = wayCost;
            } else {
                far = wayMinutes;
                farCost = wayCost;
            }
        }
        return found;
    }

    /** What the price per weekend charges at most, when the limit is used up. */
    private double weekendDue() {
        return perWeekend == 0 ? 0 : perWeekend * window().mostWeekends;
    }

    /** A price per minute that outweighs all others. */
    private double steep() {
        double sum = 1;
        for (int i = 0; i < window().options.start[window().days]; i++) {
            sum += Math.abs(window().options.price[i]);
        }
        return sum;
    }

    /** Solves for a price per minute and follows the cheapest way; takes it as the best if it is allowed and cheaper. */
    private boolean walk(double price) {
        if (graph.solve(price, perWeekend) == WindowGraph.NEVER) {
            return false;
        }
        long counted = 0;
        long more = 0;
        int node = 0;
        wayCost = 0;
        wayAllowed = true;
        wayMinutes = 0;
        for (int day = 0; day < window().days; day++) {
            int i = graph.cheapest(day, node);
            int option = window().options.start[day] + i;
            int type = window().options.type[option];
            int arc = graph.arcStart[node] + i;
            way[day] = type;
            wayCost += window().options.price[option] + graph.arcCost[arc];
            counted = advance(day, node, type, counted);
            if (type != Model.FREE) {
                wayMinutes += model.length[type];
                more += tally.addMore[type];
            }
            wayAllowed &= permitted(day, counted, more);
            node = graph.child[arc];
        }
        wayWeekends = weekends(counted);
        wayCost += graph.suffix(node) + perWeekend * wayWeekends;
        wayAllowed &= wayMinutes >= window().leastMinutes && wayMinutes <= window().mostMinutes;
        double total = wayCost - perWeekend * wayWeekends + endCost(counted);
        if (!wayAllowed || total >= best - EPSILON) {
            return false;
        }
        best = total;
        System.arraycopy(way, 0, content, 0, window().days);
        return true;
    }

    private long advance(int day, int node, int type, long counted) {
        int at = window().from + day;
        long next = at > 0 && model.weekOf[at] != model.weekOf[at - 1] ? counted & ~tally.weekly : counted;
        if (type == Model.FREE) {
            return next;
        }
        return next + tally.add[type] + (graph.addsWeekend(day, node) ? tally.addWeekend : 0);
    }

    private boolean permitted(int day, long counted, long more) {
        return ((tally.most[day] - counted) & tally.guards) == tally.guards
                && ((tally.mostMore - more) & tally.guardsMore) == tally.guardsMore;
    }

    private int minutes(long counted) {
        return (int) ((counted >>> tally.minutesShift) & tally.minutesMask) * model.unit;
    }

    private int weekends(long counted) {
        return (int) ((counted >>> tally.weekendsShift) & tally.weekendsMask);
    }

    private double endCost(long counted) {
        return window().endCost(minutes(counted), (int) ((counted >>> tally.nightsShift) & tally.nightsMask), (int)
                ((counted >>> tally.weekendsShift) & tally.weekendsMask));
    }

    /** Extends partial plans day by day; {@link WindowGraph#toGo} is that of {@link #perMinute} then. */
    private boolean extend() {
        graph.solve(perMinute, perWeekend);
        labels.clear();
        labels.add(0, 0, 0, 0, 0, -1, -1);
        int begin = 0;
        boolean whole = true;
        for (int day = 0; day < window().days; day++) {
            int end = labels.size;
            labels.startLayer();
            for (int label = begin; label < end; label++) {
                extend(day, label);
            }
            whole &= !labels.prune(mostLabels);
            begin = end;
        }
        int winner = -1;
        for (int label = begin; label < labels.size; label++) {
            double total = labels.cost[label] + graph.suffix(labels.node[label]) + endCost(labels.count[label]);
            boolean enough = tally.minutesMask == 0 || minutes(labels.count[label]) >= window().leastMinutes;
            if (enough && total < best - EPSILON) {
                best = total;
                winner = label;
            }
        }
        bound = whole && tally.exact() ? Math.max(bound, best) : bound;
        for (int day = window().days - 1, label = winner; label > 0; day--, label = labels.parent[label]) {
            content[day] = window().options.type[labels.option[label]];
        }
        return winner >= 0;
    }

    /** A handicap for partial plans of long windows that use up weekends or minutes too early or too late; only for choosing which to keep. */
    private double haste(int day, long counted) {
        if (window().days < LONG_WINDOW) {
            return 0;
        }
        double pace = (day + 1.0) / window().days;
        double handicap = 0;
        if (tally.weekendsMask != 0) {
            handicap += WEEKEND_HASTE * Math.max(0, weekends(counted) - window().mostWeekends * pace - 1);
        }
        if (tally.minutesMask != 0 && window().mostMinutes < window().maximum) {
            handicap += Math.max(0, Math.abs(minutes(counted) - window().mostMinutes * pace) - FREE_HASTE);
        }
        return handicap;
    }

    private void extend(int day, int label) {
        int node = labels.node[label];
        int arc = graph.arcStart[node];
        int goal = perMinute < 0 ? window().leastMinutes : window().mostMinutes;
        int first = window().options.start[day];
        for (int option = first; option < window().options.start[day + 1]; option++, arc++) {
            int to = graph.child[arc];
            if (to < 0) {
                continue;
            }
            double cost = labels.cost[label] + window().options.price[option] + graph.arcCost[arc];
            if (cost + graph.toGo[to] == WindowGraph.NEVER) {
                continue;
            }
            int type = window().options.type[option];
            long counted = advance(day, node, type, labels.count[label]);
            double hope = cost + graph.toGo[to];
            if (perMinute != 0) {
                hope -= perMinute * (goal - minutes(counted));
            }
            if (perWeekend != 0) {
                hope -= perWeekend * (window().mostWeekends - weekends(counted));
            }
            long more = labels.more[label] + (type == Model.FREE ? 0 : tally.addMore[type]);
            if (hope < best - EPSILON - tolerance && permitted(day, counted, more)) {
                labels.add(to, counted, more, cost, hope + haste(day, counted), label, option);
            }
        }
    }
}
