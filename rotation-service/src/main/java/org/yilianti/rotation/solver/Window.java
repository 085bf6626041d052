package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * The days of one line that are to be planned anew: per day the possible contents with their prices, and what the line has outside of
 * the window. Prices are what a content costs by itself: cover, wishes, travel and, for costs that grow with a total, the step from
 * the total outside of the window; {@link #endCost} adds what is missing then. As those costs are convex, that is never negative.
 */
final class Window {

    private final Model model;

    /** The line of the window; set by {@link #read}. */
    @SuppressWarnings("NullAway.Init")
    Line line;

    int from;
    int days;
    /** Whether least numbers are kept now and must stay so. */
    boolean strict;

    final Options options;

    /** Whether a duty on this day adds a weekend: 0 no, 1 yes, 2 if there was none the day before. */
    final int[] weekendMode;

    final int[] outsideOfType;
    final int[] daysOfType;
    /** Minutes allowed and demanded in the window; the greatest number possible at all. */
    int mostMinutes;

    int leastMinutes;
    int maximum;
    int longest;
    int weekends;
    int mostWeekends;
    int nightDays;
    int weekendWeight;
    int nightWeight;
    double minuteSlope;
    private int outsideMinutes;
    private int outsideNights;
    private int outsideWeekends;

    Window(Model model) {
        this.model = model;
        options = new Options(model);
        weekendMode = new int[model.days];
        outsideOfType = new int[model.types];
        daysOfType = new int[model.types];
    }

    /**
     * Reads what lies outside and the options; prices come after.
     *
     * @param keepLeast whether only contents count that keep all least numbers
     */
    void read(Roster roster, int person, int begin, int end, boolean keepLeast) {
        line = roster.lines[person];
        from = begin;
        days = end - begin;
        strict = keepLeast;
        readOutside();
        readOptions(roster, person);
        readWeekends();
        var limits = line.profile.limits;
        mostMinutes = limits.minutesInHorizon() - outsideMinutes;
        leastMinutes = strict ? Math.max(0, limits.least().minutesInHorizon() - outsideMinutes) : 0;
        nightWeight = model.problem.fairness().night();
        weekendWeight = model.problem.fairness().weekend();
        double load = 2.0 * model.problem.fairness().load() * outsideMinutes / (480.0 * line.profile.target);
        boolean lacks = !strict && outsideMinutes < limits.least().minutesInHorizon();
        minuteSlope = load - (lacks ? limits.least().price() / 60.0 : 0);
    }

    private void readOutside() {
        outsideMinutes = line.minutes;
        outsideNights = line.nights;
        Arrays.fill(daysOfType, 0);
        System.arraycopy(line.counts, 0, outsideOfType, 0, line.counts.length);
        for (int day = from; day < from + days; day++) {
            int type = line.cells[day];
            if (type != Model.FREE) {
                outsideMinutes -= model.length[type];
                outsideNights -= model.night[type] ? 1 : 0;
                outsideOfType[type]--;
            }
        }
        int end = from + days;
        outsideWeekends = line.weekends - line.weekendsTouching(from, end);
        outsideWeekends += from > 0 && worksWeekend(from - 1) ? 1 : 0;
        outsideWeekends += end < model.days && worksWeekend(end) ? 1 : 0;
    }

    private boolean worksWeekend(int day) {
        return model.weekendOf[day] >= 0 && line.cells[day] != Model.FREE;
    }

    private void readOptions(Roster roster, int person) {
        maximum = 0;
        longest = 0;
        nightDays = 0;
        int[] most = line.profile.mostOfType;
        options.clear();
        for (int day = 0; day < days; day++) {
            if (roster.isFixed(person, from + day)) {
                options.add(line.cells[from + day]);
            } else {
                options.add(Model.FREE);
                for (int type : line.profile.optionsOfDay[from + day]) {
                    if (most.length == 0 || outsideOfType[type] < most[type]) {
                        options.add(type);
                    }
                }
            }
            options.endDay(day);
            measure(options.start[day], options.start[day + 1]);
        }
    }

    private void measure(int begin, int end) {
        int longestToday = 0;
        boolean night = false;
        for (int i = begin; i < end; i++) {
            int type = options.type[i];
            if (type != Model.FREE) {
                longestToday = Math.max(longestToday, model.length[type]);
                daysOfType[type]++;
                night |= model.night[type];
            }
        }
        maximum += longestToday;
        longest = Math.max(longest, longestToday);
        nightDays += night ? 1 : 0;
    }

    private void readWeekends() {
        weekends = 0;
        for (int day = 0; day < days; day++) {
            int at = from + day;
            weekendMode[day] = weekendMode(at);
            weekends += weekendMode[day] == 1 && !(day > 0 && sameWeekend(at, at - 1)) ? 1 : 0;
        }
        mostWeekends = line.profile.limits.weekends() - outsideWeekends;
    }

    private int weekendMode(int at) {
        if (model.weekendOf[at] < 0) {
            return 0;
        }
        if (at > 0 && sameWeekend(at, at - 1)) {
            return at > from ? 2 : line.cells[at - 1] == Model.FREE ? 1 : 0;
        }
        boolean outside = at + 1 == from + days && at + 1 < model.days && sameWeekend(at, at + 1);
        return outside && line.cells[at + 1] != Model.FREE ? 0 : 1;
    }

    private boolean sameWeekend(int one, int other) {
        return model.weekendOf[one] == model.weekendOf[other];
    }

    /** Whether the sum of minutes can decide anything. */
    boolean minutesMatter() {
        return maximum > mostMinutes
                || leastMinutes > 0
                || model.problem.fairness().load() > 0
                || (!strict && line.profile.limits.least().minutesInHorizon() > 0);
    }

    /** Whether some week of the window could get more than its limit, at one site or (−1) at all. */
    boolean weekCanBind(int site, int limit) {
        for (int day = 0; day < days; day++) {
            boolean begins = day == 0 || model.weekOf[from + day] != model.weekOf[from + day - 1];
            if (begins) {
                int sum = outsideOfWeek(day, site);
                for (int other = day; other < days && model.weekOf[from + other] == model.weekOf[from + day]; other++) {
                    sum += longest;
                }
                if (sum > limit) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Minutes of the week of a day of the window that lie outside of the window, at one site or (−1) at all. */
    int outsideOfWeek(int day, int site) {
        int week = model.weekOf[from + day];
        int sum = line.minutesBefore(week, site);
        int first = Math.max(0, from + day - 6);
        for (int at = first; at < Math.min(model.days, from + day + 7); at++) {
            boolean outside = at < from || at >= from + days;
            int type = line.cells[at];
            if (outside && model.weekOf[at] == week && type != Model.FREE && (site < 0 || model.site[type] == site)) {
                sum += model.length[type];
            }
        }
        return sum;
    }

    /** What the prices leave out when the window has so many minutes, nights and weekends. */
    double endCost(int minutes, int nights, int newWeekends) {
        var limits = line.profile.limits;
        double load = Row.load(model.problem.fairness().load(), outsideMinutes + minutes, line.profile.target)
                - Row.load(model.problem.fairness().load(), outsideMinutes, line.profile.target);
        double least = strict
                ? 0
                : limits.least().costOfMinutes(outsideMinutes + minutes)
                        - limits.least().costOfMinutes(outsideMinutes);
        return load
                + least
                - minuteSlope * minutes
                + nightWeight * convexity(outsideNights, nights)
                + weekendWeight * convexity(outsideWeekends, newWeekends);
    }

    /** What the days cost as they are, but for cover: at {@link #ownPrice} without anything else added. */
    double presentCost() {
        double cost = 0;
        for (int day = 0; day < days; day++) {
            cost += ownPrice(day, line.cells[from + day]) + line.orderCost(from + day);
        }
        int newWeekends = line.weekends - outsideWeekends;
        return cost
                + weekendPrice() * newWeekends
                + endCost(line.minutes - outsideMinutes, line.nights - outsideNights, newWeekends);
    }

    /** triangle(before + more) − triangle(before) − more × (before + 1). */
    private static double convexity(int before, int more) {
        return Row.triangle(before + more) - Row.triangle(before) - (double) more * (before + 1);
    }

    /** The price of a duty or a day off by itself, but for its cover. */
    double ownPrice(int day, int type) {
        double own = line.profile.cellCost(model, from + day, type);
        if (type == Model.FREE) {
            return own;
        }
        double night = model.night[type] ? (double) nightWeight * (outsideNights + 1) : 0;
        return own + night + minuteSlope * model.length[type];
    }

    /** The first type that neither the order of duties nor a counter tells from this one. */
    int twin(int type) {
        if (type == Model.FREE) {
            return type;
        }
        int[] most = line.profile.mostOfType;
        boolean counted = most.length > 0 && daysOfType[type] > most[type] - outsideOfType[type];
        return counted ? model.types + type : line.profile.automaton.twin[type];
    }

    double weekendPrice() {
        return (double) weekendWeight * (outsideWeekends + 1);
    }
}
