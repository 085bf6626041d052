package org.yilianti.rotation.solver;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules about the order of duties, compiled: a state for each {@link Trail} that the rules of {@link RuleBook} can tell apart, and for
 * each state and content of a day the next state and what it costs. Symbol 0 is a day off, symbol {@code type + 1} a duty.
 */
final class Automaton {

    /** The transition of a content that is not permitted. */
    static final int FORBIDDEN = -1;

    final int symbols;
    /** {@code [state * symbols + symbol]}. */
    final int[] next;
    /** What a transition costs for runs that were too short, {@code [state * symbols + symbol]}. */
    final int[] cost;
    /** Whether there was a duty the day before. */
    final boolean[] worked;
    /** Per shift type the first one that no rule tells from it: the same transitions, length, site and kind of hours. */
    final int[] twin;

    private Automaton(int states, int symbols) {
        this.symbols = symbols;
        next = new int[states * symbols];
        cost = new int[states * symbols];
        worked = new boolean[states];
        twin = new int[symbols - 1];
    }

    int states() {
        return worked.length;
    }

    /** An automaton, and the state of each trail it was asked for. */
    record Compiled(Automaton automaton, Map<Trail, Integer> states) {}

    /** Compiles every trail that can follow from these, and merges those that have the same future. */
    static Compiled compile(Trails trails, Iterable<Trail> starts) {
        var numbers = new HashMap<Trail, Integer>();
        var found = new ArrayList<Trail>();
        for (Trail start : starts) {
            number(start, numbers, found);
        }
        var rows = new ArrayList<int[]>();
        int symbols = trails.model.types + 1;
        for (int state = 0; state < found.size(); state++) {
            rows.add(transitions(trails, found.get(state), numbers, found));
        }
        int[] classes = classes(found, rows, symbols);
        var automaton = new Automaton(1 + Arrays.stream(classes).max().orElse(-1), symbols);
        for (int state = 0; state < classes.length; state++) {
            automaton.fill(classes[state], found.get(state), rows.get(state), classes);
        }
        automaton.findTwins(trails.model);
        numbers.replaceAll((trail, state) -> classes[state]);
        return new Compiled(automaton, numbers);
    }

    private static int number(Trail trail, Map<Trail, Integer> numbers, List<Trail> found) {
        Integer known = numbers.putIfAbsent(trail, found.size());
        if (known != null) {
            return known;
        }
        found.add(trail);
        return found.size() - 1;
    }

    /** Next states, then costs. */
    private static int[] transitions(Trails trails, Trail from, Map<Trail, Integer> numbers, List<Trail> found) {
        int symbols = trails.model.types + 1;
        int[] row = new int[2 * symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            int content = symbol - 1;
            if (content != Model.FREE && !RuleBook.follows(trails, from, content)) {
                row[symbol] = FORBIDDEN;
            } else {
                row[symbol] = number(trails.after(from, content), numbers, found);
                row[symbols + symbol] = RuleBook.cost(trails, from, content);
            }
        }
        return row;
    }

    /** Splits the states until all of a class have the same costs and lead to the same classes (Moore's algorithm). */
    private static int[] classes(List<Trail> found, List<int[]> rows, int symbols) {
        int[] classes = new int[found.size()];
        for (int state = 0; state < classes.length; state++) {
            classes[state] = found.get(state).run() > 0 ? 1 : 0;
        }
        for (int before = 0, count = 1; count > before; ) {
            var signatures = new HashMap<IntBuffer, Integer>();
            int[] refined = new int[classes.length];
            for (int state = 0; state < classes.length; state++) {
                int[] signature = rows.get(state).clone();
                for (int symbol = 0; symbol < symbols; symbol++) {
                    signature[symbol] = signature[symbol] == FORBIDDEN ? FORBIDDEN : classes[signature[symbol]];
                }
                signature = Arrays.copyOf(signature, signature.length + 1);
                signature[signature.length - 1] = classes[state];
                int fresh = signatures.size();
                var known = signatures.putIfAbsent(IntBuffer.wrap(signature), fresh);
                refined[state] = known == null ? fresh : known;
            }
            before = count;
            count = signatures.size();
            classes = refined;
        }
        return classes;
    }

    private void fill(int state, Trail trail, int[] row, int[] classes) {
        worked[state] = trail.run() > 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            next[state * symbols + symbol] = row[symbol] == FORBIDDEN ? FORBIDDEN : classes[row[symbol]];
            cost[state * symbols + symbol] = row[symbols + symbol];
        }
    }

    private void findTwins(Model model) {
        for (int type = 0; type < twin.length; type++) {
            int first = 0;
            while (first < type && !alike(model, first, type)) {
                first++;
            }
            twin[type] = first;
        }
    }

    private boolean alike(Model model, int one, int other) {
        boolean alike = model.length[one] == model.length[other]
                && model.night[one] == model.night[other]
                && model.site[one] == model.site[other];
        for (int arc = 1; arc < next.length && alike; arc += symbols) {
            alike = next[arc + one] == next[arc + other] && cost[arc + one] == cost[arc + other];
        }
        return alike;
    }

    /** Compiles one automaton for all people whose limits on the order of duties are the same. */
    static void compileAll(Model model) {
        var groups = new HashMap<Limits, List<Profile>>();
        for (Profile profile : model.profiles) {
            groups.computeIfAbsent(order(profile.limits), limits -> new ArrayList<>())
                    .add(profile);
        }
        groups.forEach((limits, profiles) -> {
            var trails = new Trails(model, limits);
            var starts =
                    profiles.stream().map(profile -> trails.start(profile.eve)).toList();
            var compiled = compile(trails, starts);
            for (int i = 0; i < starts.size(); i++) {
                profiles.get(i).compiled(compiled.automaton(), compiled.states().getOrDefault(starts.get(i), 0));
            }
        });
    }

    /** These limits without those that have nothing to do with the order of duties. */
    private static Limits order(Limits limits) {
        var least = limits.least();
        return Limits.none()
                .withConsecutive(limits.consecutiveDays(), limits.consecutiveNights())
                .withRest(limits.restMinutes(), limits.restAfterNightMinutes())
                .withLeast(new Least(0, least.consecutiveDays(), least.consecutiveDaysOff(), least.price()));
    }
}
