package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * Partial plans of a window, layer by layer: where they are, what they have counted, what they cost, and how they came there. Of two that
 * are at the same node with the same count only the cheaper is kept.
 */
final class Labels {

    int[] node = new int[1_024];
    long[] count = new long[1_024];
    long[] more = new long[1_024];
    double[] cost = new double[1_024];
    /** A lower bound of any whole plan that begins so. */
    double[] hope = new double[1_024];

    int[] parent = new int[1_024];
    int[] option = new int[1_024];
    int size;

    private int[] table = new int[2_048];
    private int layer;

    void clear() {
        size = 0;
        startLayer();
    }

    /** From here on labels are new ones. */
    void startLayer() {
        layer = size;
        Arrays.fill(table, -1);
    }

    void add(int at, long counted, long counted2, double price, double bound, int from, int by) {
        int slot = find(at, counted);
        int label = table[slot];
        if (label < 0) {
            label = size++;
            if (label == node.length) {
                grow();
            }
            table[slot] = label;
        } else if (cost[label] <= price) {
            return;
        }
        node[label] = at;
        count[label] = counted;
        more[label] = counted2;
        cost[label] = price;
        hope[label] = bound;
        parent[label] = from;
        option[label] = by;
        if (2 * (size - layer) > table.length) {
            rehash(2 * table.length);
        }
    }

    private int find(int at, long counted) {
        int mask = table.length - 1;
        long hash = (counted * 0x9E3779B97F4A7C15L) ^ (at * 0xC2B2AE3D27D4EB4FL);
        int slot = (int) ((hash >>> 32) ^ (hash >>> 11)) & mask;
        while (table[slot] >= 0 && (node[table[slot]] != at || count[table[slot]] != counted)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash(int length) {
        table = new int[length];
        Arrays.fill(table, -1);
        for (int label = layer; label < size; label++) {
            table[find(node[label], count[label])] = label;
        }
    }

    private void grow() {
        int length = 2 * node.length;
        node = Arrays.copyOf(node, length);
        count = Arrays.copyOf(count, length);
        more = Arrays.copyOf(more, length);
        cost = Arrays.copyOf(cost, length);
        hope = Arrays.copyOf(hope, length);
        parent = Arrays.copyOf(parent, length);
        option = Arrays.copyOf(option, length);
    }

    /** Keeps only so many labels of the present layer, those with the best hope; answers whether any were dropped. */
    boolean prune(int most) {
        int present = size - layer;
        if (present <= most) {
            return false;
        }
        double[] sorted = Arrays.copyOfRange(hope, layer, size);
        Arrays.sort(sorted);
        double last = sorted[most - 1];
        int kept = layer;
        for (int label = layer; label < size && kept < layer + most; label++) {
            if (hope[label] <= last) {
                node[kept] = node[label];
                count[kept] = count[label];
                more[kept] = more[label];
                cost[kept] = cost[label];
                hope[kept] = hope[label];
                parent[kept] = parent[label];
                option[kept++] = option[label];
            }
        }
        size = kept;
        return true;
    }
}
