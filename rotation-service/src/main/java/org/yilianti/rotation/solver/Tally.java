package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * The counters of one window, packed into one word: each has a field wide enough for its limit and a guard bit above it, so that one
 * subtraction tells whether any limit is exceeded. Only what can be reached within the window is counted.
 *
 * <p>A second word holds counters of shift types that did not fit, or that would keep too many plans apart in a long window: they are
 * obeyed, but two plans that differ only there count as the same.
 */
final class Tally {

    private static final int BITS = 62;
    /** Beyond so many days the counters per shift type go into the second word. */
    private static final int LONG_WINDOW = 16;

    private final Model model;
    /** Per shift type what a duty adds to the words. */
    final long[] add;

    final long[] addMore;
    /** Added by the first duty of a weekend. */
    long addWeekend;

    /** Per day of the window the limits, with every guard bit set. */
    final long[] most;

    long guards;
    long mostMore;
    long guardsMore;
    /** The fields that start anew each week. */
    long weekly;
    /** Whether every limit that can bind has a field. */
    boolean complete;

    int minutesShift;
    long minutesMask;
    int nightsShift;
    long nightsMask;
    int weekendsShift;
    long weekendsMask;
    /** Whether limits per shift type are counted. */
    boolean countTypes = true;

    private int used;
    private int usedMore;

    Tally(Model model) {
        this.model = model;
        add = new long[model.types];
        addMore = new long[model.types];
        most = new long[model.days];
    }

    /** Lays out the fields for the days of a window with these options and what the line has outside of it. */
    void layOut(Window window) {
        Arrays.fill(add, 0);
        Arrays.fill(addMore, 0);
        Arrays.fill(most, 0, window.days, 0);
        addWeekend = guards = mostMore = guardsMore = weekly = 0;
        minutesMask = nightsMask = weekendsMask = 0;
        used = usedMore = 0;
        complete = true;
        countMinutes(window);
        countWeekends(window);
        countNights(window);
        countWeeks(window, -1, window.line.profile.limits.minutesPerWeek());
        for (int site = 0; window.line.profile.hasSiteCaps && site < window.line.profile.siteWeekCap.length; site++) {
            countWeeks(window, site, window.line.profile.siteWeekCap[site]);
        }
        for (int type = 0; countTypes && type < window.line.counts.length; type++) {
            countType(window, type);
        }
    }

    /** Whether the cheapest plan that is found by these counters is the cheapest there is, or a lower bound of it. */
    boolean exact() {
        return usedMore == 0;
    }

    private void countMinutes(Window window) {
        if (!window.minutesMatter()) {
            return;
        }
        int limit = Math.min(window.mostMinutes, window.maximum) / model.unit;
        minutesShift = field(limit, window.maximum / model.unit, window.days);
        minutesMask = minutesShift < 0 ? 0 : mask(window.maximum / model.unit);
        for (int type = 0; type < model.types && minutesMask != 0; type++) {
            add[type] += (long) (model.length[type] / model.unit) << minutesShift;
        }
    }

    private void countWeekends(Window window) {
        if (window.weekends == 0 || (window.mostWeekends >= window.weekends && window.weekendWeight == 0)) {
            return;
        }
        weekendsShift = field(Math.min(window.mostWeekends, window.weekends), window.weekends, window.days);
        if (weekendsShift >= 0) {
            weekendsMask = mask(window.weekends);
            addWeekend = 1L << weekendsShift;
        }
    }

    private void countNights(Window window) {
        if (window.nightWeight == 0 || window.nightDays == 0) {
            return;
        }
        nightsShift = field(window.nightDays, window.nightDays, window.days);
        if (nightsShift >= 0) {
            nightsMask = mask(window.nightDays);
            for (int type = 0; type < model.types; type++) {
                add[type] += model.night[type] ? 1L << nightsShift : 0;
            }
        }
    }

    private void countType(Window window, int type) {
        int left = window.line.profile.mostOfType[type] - window.outsideOfType[type];
        int days = window.daysOfType[type];
        if (days <= left) {
            return;
        }
        int shift = window.days > LONG_WINDOW ? -1 : field(left, left + 1, window.days);
        if (shift >= 0) {
            add[type] += 1L << shift;
            return;
        }
        int width = width(left + 1);
        if (usedMore + width > BITS) {
            complete = false;
            return;
        }
        mostMore |= (left | guard(width)) << usedMore;
        guardsMore |= guard(width) << usedMore;
        addMore[type] += 1L << usedMore;
        usedMore += width;
    }

    private void countWeeks(Window window, int site, int limit) {
        if (limit >= Limits.UNLIMITED || !window.weekCanBind(site, limit)) {
            return;
        }
        int widest = 7 * window.longest / model.unit;
        int width = width(Math.max(widest, limit / model.unit));
        if (used + width > BITS) {
            complete = false;
            return;
        }
        for (int day = 0; day < window.days; day++) {
            int left = Math.max(0, limit - window.outsideOfWeek(day, site)) / model.unit;
            most[day] |= (left | guard(width)) << used;
        }
        guards |= guard(width) << used;
        weekly |= ((1L << width) - 1) << used;
        for (int type = 0; type < model.types; type++) {
            if (site < 0 || model.site[type] == site) {
                add[type] += (long) (model.length[type] / model.unit) << used;
            }
        }
        used += width;
    }

    /** A field with the same limit on all days; its shift, or −1 where there is no room. */
    private int field(int limit, int highest, int days) {
        int width = width(highest);
        if (used + width > BITS) {
            complete = false;
            return -1;
        }
        int shift = used;
        for (int day = 0; day < days; day++) {
            most[day] |= (limit | guard(width)) << shift;
        }
        guards |= guard(width) << shift;
        used += width;
        return shift;
    }

    /** Bits for values up to the highest, and the guard. */
    private static int width(int highest) {
        return 33 - Integer.numberOfLeadingZeros(highest);
    }

    /** The highest bit of a field. */
    private static long guard(int width) {
        return 1L << (width - 1);
    }

    private static long mask(int highest) {
        return guard(width(highest)) - 1;
    }
}
