package org.yilianti.rotation.solver;

/** Whether a line may have other contents on some days: the hard rules, and that least numbers kept so far stay kept. */
final class LineCheck {

    private LineCheck() {}

    /** Whether the days from {@code from} (inclusive) to {@code to} (exclusive) may have this content. */
    static boolean permits(Line line, int from, int to, int[] content) {
        boolean strict = line.shortfall() == 0;
        return options(line, from, to, content)
                && order(line, from, to, content, strict)
                && minutes(line, from, to, content, strict)
                && types(line, from, to, content)
                && weekends(line, from, to, content)
                && weeks(line, from, to, content);
    }

    private static boolean options(Line line, int from, int to, int[] content) {
        for (int day = from; day < to; day++) {
            if (content[day - from] != Model.FREE && !line.profile.may(day, content[day - from])) {
                return false;
            }
        }
        return true;
    }

    private static boolean order(Line line, int from, int to, int[] content, boolean strict) {
        var rules = line.profile.automaton;
        int state = line.states[from];
        for (int day = from; day < line.cells.length; day++) {
            if (day >= to && state == line.states[day]) {
                return true;
            }
            int arc = state * rules.symbols + 1 + (day < to ? content[day - from] : line.cells[day]);
            state = rules.next[arc];
            if (state < 0 || (strict && rules.cost[arc] > 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean minutes(Line line, int from, int to, int[] content, boolean strict) {
        var limits = line.profile.limits;
        int minutes = line.minutes;
        for (int day = from; day < to; day++) {
            minutes += length(line, content[day - from]) - length(line, line.cells[day]);
        }
        return minutes <= limits.minutesInHorizon()
                && (!strict || minutes >= limits.least().minutesInHorizon());
    }

    private static int length(Line line, int type) {
        return type == Model.FREE ? 0 : line.model.length[type];
    }

    private static boolean types(Line line, int from, int to, int[] content) {
        for (int day = from; day < to && line.counts.length > 0; day++) {
            int type = content[day - from];
            if (type == Model.FREE || type == line.cells[day]) {
                continue;
            }
            int count = line.counts[type];
            for (int other = from; other < to; other++) {
                count += (content[other - from] == type ? 1 : 0) - (line.cells[other] == type ? 1 : 0);
            }
            if (count > line.profile.mostOfType[type]) {
                return false;
            }
        }
        return true;
    }

    private static boolean weekends(Line line, int from, int to, int[] content) {
        if (line.profile.limits.weekends() >= Limits.UNLIMITED) {
            return true;
        }
        int[] weekendOf = line.model.weekendOf;
        int found = line.weekends - line.weekendsTouching(from, to);
        int last = -1;
        for (int day = Math.max(0, from - 1); day <= Math.min(to, line.cells.length - 1); day++) {
            int type = day >= from && day < to ? content[day - from] : line.cells[day];
            if (weekendOf[day] >= 0 && weekendOf[day] != last && type != Model.FREE) {
                found++;
                last = weekendOf[day];
            }
        }
        return found <= line.profile.limits.weekends();
    }

    private static boolean weeks(Line line, int from, int to, int[] content) {
        if (line.profile.limits.minutesPerWeek() < Limits.UNLIMITED
                && !week(line, from, to, content, -1, line.profile.limits.minutesPerWeek())) {
            return false;
        }
        for (int site = 0; line.profile.hasSiteCaps && site < line.profile.siteWeekCap.length; site++) {
            int cap = line.profile.siteWeekCap[site];
            if (cap < Limits.UNLIMITED && !week(line, from, to, content, site, cap)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every week the window touches has at most so many minutes, at one site or (−1) at all. */
    private static boolean week(Line line, int from, int to, int[] content, int site, int most) {
        int[] weekOf = line.model.weekOf;
        int first = from;
        while (first > 0 && weekOf[first - 1] == weekOf[from]) {
            first--;
        }
        int sum = line.minutesBefore(weekOf[first], site);
        for (int day = first; day < line.cells.length && weekOf[day] <= weekOf[to - 1]; day++) {
            if (day > first && weekOf[day] != weekOf[day - 1]) {
                sum = 0;
            }
            int type = day >= from && day < to ? content[day - from] : line.cells[day];
            if (type != Model.FREE && (site < 0 || line.model.site[type] == site)) {
                sum += line.model.length[type];
                if (sum > most) {
                    return false;
                }
            }
        }
        return true;
    }
}
