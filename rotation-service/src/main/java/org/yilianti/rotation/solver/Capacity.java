package org.yilianti.rotation.solver;

/**
 * The most duties each person can have in a week and in the horizon, by rules that count: hours divided by the shortest lawful duty, and the
 * most days of a week that leave no run too long.
 */
final class Capacity {

    final int weeks;
    /** Per {@code person * weeks + week}. */
    final int[] week;
    /** Per person. */
    final int[] horizon;

    /** The most minutes in the horizon, per person. */
    final int[] minutes;

    private final Model model;
    private final int[] firstDays;

    Capacity(Model model) {
        this.model = model;
        weeks = model.weekOf[model.days - 1] + 1;
        firstDays = new int[weeks + 1];
        firstDays[weeks] = model.days;
        for (int day = model.days - 1; day >= 0; day--) {
            firstDays[model.weekOf[day]] = day;
        }
        week = new int[model.people * weeks];
        horizon = new int[model.people];
        minutes = new int[model.people];
        for (int person = 0; person < model.people; person++) {
            for (int w = 0; w < weeks; w++) {
                week[person * weeks + w] = weekCapacity(model.profiles[person], w);
            }
            int shortest = shortest(model.profiles[person], 0, model.days);
            horizon[person] = model.profiles[person].limits.minutesInHorizon() / shortest;
            minutes[person] = mostMinutes(person);
        }
    }

    /** The first day of a week that lies in the horizon; for the week after the last, the number of days. */
    int firstDay(int w) {
        return firstDays[w];
    }

    private int mostMinutes(int person) {
        var profile = model.profiles[person];
        int longest = 0;
        for (int day = 0; day < model.days; day++) {
            for (int type : profile.optionsOfDay[day]) {
                longest = Math.max(longest, model.length[type]);
            }
        }
        long sum = 0;
        for (int w = 0; w < weeks; w++) {
            int before = w == 0 ? profile.minutesBefore : 0;
            int left = Math.max(0, profile.limits.minutesPerWeek() - before);
            sum += Math.min(left, (long) week[person * weeks + w] * longest);
        }
        return (int) Math.min(sum, profile.limits.minutesInHorizon());
    }

    private int weekCapacity(Profile profile, int w) {
        int left = profile.limits.minutesPerWeek() - (w == 0 ? profile.minutesBefore : 0);
        int byHours = Math.max(0, left) / shortest(profile, firstDays[w], firstDays[w + 1]);
        return Math.min(byHours, longestChoice(profile, w));
    }

    /** Days of the week that can be worked when a free day must follow each full run: taking each day as it comes is best. */
    private int longestChoice(Profile profile, int w) {
        int most = profile.limits.consecutiveDays();
        int run = w == 0 ? profile.eve.runOfDays() : 0;
        int count = 0;
        for (int day = firstDays[w]; day < firstDays[w + 1]; day++) {
            boolean worked = profile.optionsOfDay[day].length > 0 && run < most;
            run = worked ? run + 1 : 0;
            count += worked ? 1 : 0;
        }
        return count;
    }

    /** Minutes of the shortest duty that is an option in these days; a day's length when there is none. */
    private int shortest(Profile profile, int from, int to) {
        int shortest = 1_440;
        for (int day = from; day < to; day++) {
            for (int type : profile.optionsOfDay[day]) {
                shortest = Math.min(shortest, model.length[type]);
            }
        }
        return shortest;
    }
}
