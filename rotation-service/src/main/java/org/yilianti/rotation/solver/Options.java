package org.yilianti.rotation.solver;

import java.util.Arrays;

/** What each day of a window may hold and at which price. Options of day d: from {@code start[d]} to {@code start[d + 1]}. */
final class Options {

    final int[] start;
    int[] type = new int[64];
    double[] price = new double[64];

    /** Per day the option of what is there now, or its cheapest twin, or −1 where it is not among the options; and its own price. */
    final int[] present;

    final double[] presentPrice;
    private final int[] place;
    private int count;

    Options(Model model) {
        start = new int[model.days + 1];
        present = new int[model.days];
        presentPrice = new double[model.days];
        place = new int[2 * model.types + 1];
    }

    void clear() {
        count = 0;
    }

    void add(int content) {
        if (count == type.length) {
            type = Arrays.copyOf(type, 2 * count);
            price = Arrays.copyOf(price, 2 * count);
        }
        type[count++] = content;
    }

    void endDay(int day) {
        start[day + 1] = count;
    }

    /**
     * Keeps of options that nothing but their price tells apart the cheapest a day: no better content is lost. Notes what is there now and
     * its price, before it is dropped, too.
     */
    void dropDearer(Window window) {
        int kept = 0;
        for (int day = 0, begin = 0; day < window.days; day++) {
            int end = start[day + 1];
            int first = kept;
            present[day] = -1;
            for (int option = begin; option < end; option++) {
                int at = keep(window, day, option, first, kept);
                kept = Math.max(kept, at + 1);
            }
            start[day + 1] = kept;
            begin = end;
        }
        count = kept;
    }

    /** Keeps one option, or the cheaper of it and its twin among those from {@code first} to {@code kept}; answers where. */
    private int keep(Window window, int day, int option, int first, int kept) {
        int content = type[option];
        double cost = price[option];
        int twin = window.twin(content);
        int at = place[twin + 1];
        boolean met = at >= first && at < kept && window.twin(type[at]) == twin;
        int to = met ? at : kept;
        if (!met || cost < price[at]) {
            type[to] = content;
            price[to] = cost;
            place[twin + 1] = to;
        }
        if (content == window.line.cells[window.from + day]) {
            present[day] = to;
            presentPrice[day] = cost;
        }
        return to;
    }
}
