package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * Per node of a window's graph the cost of each cell, minutes by layers. A duty is the same step from every cell, so a node's whole row is
 * relaxed in one loop, of which a processor takes several cells at once.
 */
final class CostTable {

    /** More than any cost. */
    static final int NEVER = 1 << 29;

    private static final int[] NOTHING = {};
    /** Cells kept between windows at most, those of the largest graph that is priced and what they have to spare: 80 MB. */
    private static final long MOST_KEPT = LinePricer.MOST_CELLS / 4 * 5;

    private int[][] cells = new int[0][];
    private int[] shifted = NOTHING;
    private int[] floor = NOTHING;
    private long kept;
    private long relaxed;

    /** How many cells were relaxed so far: a measure of work that no clock disturbs. */
    long relaxed() {
        return relaxed;
    }

    /** Makes room for so many nodes, no cell of which is reached; {@link #widen} follows for each. */
    void clear(int nodes) {
        if (kept > MOST_KEPT) {
            cells = new int[0][];
            kept = 0;
        }
        if (cells.length < nodes) {
            int known = cells.length;
            cells = Arrays.copyOf(cells, 2 * nodes);
            Arrays.fill(cells, known, cells.length, NOTHING);
        }
    }

    /** Gives a node so many cells. */
    void widen(int node, int size) {
        if (cells[node].length < size) {
            kept += size + size / 4 - cells[node].length;
            cells[node] = new int[size + size / 4];
        }
        Arrays.fill(cells[node], 0, size, NEVER);
        if (shifted.length < size) {
            shifted = new int[2 * size];
            floor = new int[2 * size];
        }
    }

    /** Repeats what each layer costs at least, see {@link Layers#floor()}, for nodes of up to so many cells. */
    void repeatFloor(int[] ofLayers, int layers, int most) {
        for (int row = 0; row < most; row += layers) {
            System.arraycopy(ofLayers, 0, floor, row, layers);
        }
    }

    int cost(int node, int cell) {
        return cells[node][cell];
    }

    void reach(int node, int cell) {
        cells[node][cell] = 0;
    }

    /** Forgets cells of a node that are beyond a limit. */
    void forgetBeyondLimits(int node, int size) {
        int[] costs = cells[node];
        int[] least = floor;
        for (int i = 0; i < size; i++) {
            costs[i] = Math.max(costs[i], least[i]);
        }
    }

    /** Offers so many cells of a node, from {@code first} on, at a cost to those of another, from {@code into} on. */
    void relax(int node, int first, int to, int into, int count, int cost) {
        System.arraycopy(cells[node], first, shifted, into, count);
        relax(cells[to], shifted, into, into + count, cost);
        relaxed += count;
    }

    /** The same places of both arrays: only such loops does the compiler turn into ones that take several cells at once. */
    private static void relax(int[] costs, int[] others, int begin, int end, int cost) {
        for (int i = begin; i < end; i++) {
            costs[i] = Math.min(costs[i], others[i] + cost);
        }
    }
}
