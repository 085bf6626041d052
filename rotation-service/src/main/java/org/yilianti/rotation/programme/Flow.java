package org.yilianti.rotation.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A network in which as much as possible flows, at the least cost of all such flows: successive shortest augmenting paths, found by
 * Bellman and Ford's method with a queue, which allows negative costs as long as no cycle is negative (Ahuja, Magnanti, Orlin: Network Flows, 1993,
 * chapter 9).
 */
final class Flow {

    /** One direction of an edge; the opposite one has the index next to it. */
    private static final class Arc {
        private final int to;
        private final long cost;
        private int left;

        Arc(int to, int left, long cost) {
            this.to = to;
            this.left = left;
            this.cost = cost;
        }
    }

    private static final long FAR = Long.MAX_VALUE / 4;

    private final List<Arc> arcs = new ArrayList<>();
    private final List<List<Integer>> from = new ArrayList<>();

    int node() {
        from.add(new ArrayList<>());
        return from.size() - 1;
    }

    /** @return the edge, to ask {@link #through} */
    int edge(int start, int end, int capacity, long cost) {
        int index = arcs.size();
        arcs.add(new Arc(end, capacity, cost));
        arcs.add(new Arc(start, 0, -cost));
        from.get(start).add(index);
        from.get(end).add(index + 1);
        return index;
    }

    /** How much flows through an edge. */
    int through(int edge) {
        return arcs.get(edge + 1).left;
    }

    /** Lets flow what can; costs must leave no negative cycle. */
    void run(int source, int sink) {
        int[] by = new int[from.size()];
        while (shortest(source, sink, by)) {
            int room = Integer.MAX_VALUE;
            for (int node = sink; node != source; node = arcs.get(by[node] ^ 1).to) {
                room = Math.min(room, arcs.get(by[node]).left);
            }
            for (int node = sink; node != source; node = arcs.get(by[node] ^ 1).to) {
                arcs.get(by[node]).left -= room;
                arcs.get(by[node] ^ 1).left += room;
            }
        }
    }

    /** Writes into {@code by} the edge by which each node is reached; false when the sink cannot be. */
    private boolean shortest(int source, int sink, int[] by) {
        long[] distance = new long[from.size()];
        Arrays.fill(distance, FAR);
        boolean[] waiting = new boolean[from.size()];
        Deque<Integer> queue = new ArrayDeque<>(List.of(source));
        distance[source] = 0;
        while (!queue.isEmpty()) {
            int node = queue.poll();
            waiting[node] = false;
            for (int index : from.get(node)) {
                Arc arc = arcs.get(index);
                if (arc.left > 0 && distance[node] + arc.cost < distance[arc.to]) {
                    distance[arc.to] = distance[node] + arc.cost;
                    by[arc.to] = index;
                    if (!waiting[arc.to]) {
                        waiting[arc.to] = true;
                        queue.add(arc.to);
                    }
                }
            }
        }
        return distance[sink] < FAR;
    }
}
