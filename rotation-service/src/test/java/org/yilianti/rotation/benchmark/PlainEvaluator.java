package org.yilianti.rotation.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a roster from the instance's text alone, after the rules as their authors publish them. Shares no code with the planner: the
 * roster comes as text too, {@code person → content of each day}, "" for a free day.
 */
final class PlainEvaluator {

    private final InstanceFile file;
    private final Map<String, String[]> roster;
    private final Map<String, Integer> minutes = new HashMap<>();
    private final Map<String, List<String>> forbidden = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private PlainEvaluator(InstanceFile file, Map<String, String[]> roster) {
        this.file = file;
        this.roster = roster;
        for (String[] shift : file.section("SHIFTS")) {
            minutes.put(shift[0], Integer.parseInt(shift[1]));
            forbidden.put(shift[0], shift.length < 3 ? List.of() : List.of(shift[2].split("\\|")));
        }
    }

    /** The penalty of requests and cover, and every rule broken. */
    record Verdict(long cost, List<String> violations) {}

    static Verdict judge(InstanceFile file, Map<String, String[]> roster) {
        var evaluator = new PlainEvaluator(file, roster);
        file.section("STAFF").forEach(evaluator::checkPerson);
        file.section("DAYS_OFF").forEach(evaluator::checkDaysOff);
        return new Verdict(evaluator.requests() + evaluator.cover(), evaluator.violations);
    }

    private void checkPerson(String[] staff) {
        String[] days = roster.get(staff[0]);
        var worked = new HashMap<String, Integer>();
        int total = 0;
        for (int day = 0; day < days.length; day++) {
            if (!days[day].isEmpty()) {
                worked.merge(days[day], 1, Integer::sum);
                total += minutes.get(days[day]);
                boolean follows = day > 0
                        && forbidden.getOrDefault(days[day - 1], List.of()).contains(days[day]);
                check(!follows, staff[0] + ": " + days[day] + " must not follow on day " + day);
            }
        }
        for (String limit : staff[1].split("\\|")) {
            String[] pair = limit.split("=");
            check(worked.getOrDefault(pair[0], 0) <= number(pair[1]), staff[0] + ": more than " + limit);
        }
        check(total <= number(staff[2]), staff[0] + ": " + total + " minutes, at most " + staff[2]);
        check(total >= number(staff[3]), staff[0] + ": " + total + " minutes, at least " + staff[3]);
        checkRuns(staff, days);
        checkWeekends(staff, days);
    }

    private void checkRuns(String[] staff, String[] days) {
        int begin = 0;
        for (int day = 1; day <= days.length; day++) {
            if (day < days.length && days[day].isEmpty() == days[begin].isEmpty()) {
                continue;
            }
            int length = day - begin;
            boolean inside = begin > 0 && day < days.length;
            boolean off = days[begin].isEmpty();
            String run = staff[0] + ": " + length + (off ? " days off" : " duties") + " from day " + begin;
            check(off || length <= number(staff[4]), run);
            check(!inside || length >= number(staff[off ? 6 : 5]), run);
            begin = day;
        }
    }

    private void checkWeekends(String[] staff, String[] days) {
        int weekends = 0;
        for (int saturday = 5; saturday < days.length; saturday += 7) {
            boolean sunday = saturday + 1 < days.length && !days[saturday + 1].isEmpty();
            weekends += sunday || !days[saturday].isEmpty() ? 1 : 0;
        }
        check(weekends <= number(staff[7]), staff[0] + ": " + weekends + " weekends, at most " + staff[7]);
    }

    private void checkDaysOff(String[] fields) {
        for (int i = 1; i < fields.length; i++) {
            check(roster.get(fields[0])[number(fields[i])].isEmpty(), fields[0] + ": works on day off " + fields[i]);
        }
    }

    private long requests() {
        long cost = 0;
        for (String[] on : file.section("SHIFT_ON_REQUESTS")) {
            cost += roster.get(on[0])[number(on[1])].equals(on[2]) ? 0 : number(on[3]);
        }
        for (String[] off : file.section("SHIFT_OFF_REQUESTS")) {
            cost += roster.get(off[0])[number(off[1])].equals(off[2]) ? number(off[3]) : 0;
        }
        return cost;
    }

    private long cover() {
        long cost = 0;
        for (String[] cover : file.section("COVER")) {
            int day = number(cover[0]);
            int heads = (int) roster.values().stream()
                    .filter(days -> days[day].equals(cover[1]))
                    .count();
            int missing = number(cover[2]) - heads;
            cost += missing > 0 ? (long) missing * number(cover[3]) : (long) -missing * number(cover[4]);
        }
        return cost;
    }

    private void check(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }

    private static int number(String field) {
        return Integer.parseInt(field.strip());
    }
}
