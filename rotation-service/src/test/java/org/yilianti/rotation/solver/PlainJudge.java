package org.yilianti.rotation.solver;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A second opinion on plans, written from the words of the rules alone: legality and cost, slow and plain. */
final class PlainJudge {

    private final RosterProblem problem;
    private final Map<String, ShiftType> types = new HashMap<>();

    PlainJudge(RosterProblem problem) {
        this.problem = problem;
        problem.shiftTypes().forEach(type -> types.put(type.id(), type));
    }

    boolean lawful(Collection<Assignment> plan) {
        return problem.people().stream().allMatch(person -> lawful(person, plan));
    }

    private boolean lawful(Person person, Collection<Assignment> plan) {
        var duties = duties(person, plan);
        if (duties == null) {
            return false;
        }
        return lawfulDays(person, duties)
                && restful(person, duties)
                && runs(person, duties, false) <= person.limits().consecutiveDays()
                && runs(person, duties, true) <= person.limits().consecutiveNights()
                && weekends(duties).size() <= person.limits().weekends()
                && typesWithin(person, duties)
                && hours(person, duties);
    }

    /** Day to shift type, or null when somebody has two duties on a day. */
    private @Nullable TreeMap<Integer, ShiftType> duties(Person person, Collection<Assignment> plan) {
        var duties = new TreeMap<Integer, ShiftType>();
        for (Assignment duty : plan) {
            if (duty.person().equals(person.id()) && duties.put(duty.day(), types.get(duty.shiftType())) != null) {
                return null;
            }
        }
        return duties;
    }

    private static boolean typesWithin(Person person, TreeMap<Integer, ShiftType> duties) {
        return person.limits().dutiesPerType().entrySet().stream()
                .allMatch(limit -> duties.values().stream()
                                .filter(type -> type.id().equals(limit.getKey()))
                                .count()
                        <= limit.getValue());
    }

    /** Each stretch of days alike, with what is known of the days before, as a string of W and O. */
    private long leastRuns(Person person, TreeMap<Integer, ShiftType> duties) {
        var days = new StringBuilder();
        var history = person.history();
        boolean known = history.consecutiveDays() > 0 || history.lastDuty().isPresent();
        days.append("W".repeat(history.consecutiveDays()));
        if (history.consecutiveDays() == 0) {
            days.append(
                    "O".repeat(history.lastDuty().map(duty -> -1 - duty.day()).orElse(0)));
        }
        for (int day = 0; day < problem.horizon().days(); day++) {
            days.append(duties.containsKey(day) ? 'W' : 'O');
        }
        var least = person.limits().least();
        long missing = 0;
        var runs = days.toString().split("(?<=W)(?=O)|(?<=O)(?=W)");
        for (int i = known ? 0 : 1; i < runs.length - 1; i++) {
            boolean off = runs[i].startsWith("O");
            missing += Math.max(0, (off ? least.consecutiveDaysOff() : least.consecutiveDays()) - runs[i].length());
        }
        return missing * least.price();
    }

    private boolean lawfulDays(Person person, TreeMap<Integer, ShiftType> duties) {
        return duties.entrySet().stream().allMatch(duty -> {
            int begin = duty.getKey() * 1_440 + duty.getValue().startMinute();
            int end = begin + duty.getValue().minutes();
            boolean free = person.daysOff().stream().noneMatch(day -> begin < (day + 1) * 1_440 && end > day * 1_440);
            return free
                    && person.options()
                            .permits(duty.getKey(), problem.shiftTypes().indexOf(duty.getValue()));
        });
    }

    private boolean restful(Person person, TreeMap<Integer, ShiftType> duties) {
        var last = person.history().lastDuty();
        Integer lastDay = last.map(LastDuty::day).orElse(null);
        int lastEnd = last.map(LastDuty::endMinute).orElse(-1_000_000);
        String lastSite = last.map(LastDuty::site).orElse("");
        boolean lastNight = last.map(LastDuty::night).orElse(false);
        var lastType = last.map(LastDuty::shiftType).map(types::get).orElse(null);
        for (var duty : duties.entrySet()) {
            var type = duty.getValue();
            int begin = duty.getKey() * 1_440 + type.startMinute();
            int rest = lastNight && !type.night()
                    ? Math.max(
                            person.limits().restAfterNightMinutes(),
                            person.limits().restMinutes())
                    : person.limits().restMinutes();
            if (begin - lastEnd < rest + travel(lastSite, type.site())) {
                return false;
            }
            boolean adjacent = lastDay != null && lastDay == duty.getKey() - 1;
            if (adjacent && lastType != null && lastType.forbiddenNext().contains(type.id())) {
                return false;
            }
            lastDay = duty.getKey();
            lastEnd = begin + type.minutes();
            lastSite = type.site();
            lastNight = type.night();
            lastType = type;
        }
        return true;
    }

    private int travel(String from, String to) {
        return problem.travelTimes().stream()
                .filter(time -> time.oneSite().equals(from) && time.otherSite().equals(to)
                        || time.oneSite().equals(to) && time.otherSite().equals(from))
                .mapToInt(TravelTime::minutes)
                .findFirst()
                .orElse(0);
    }

    private int runs(Person person, TreeMap<Integer, ShiftType> duties, boolean nightsOnly) {
        int run = nightsOnly
                ? person.history().consecutiveNights()
                : person.history().consecutiveDays();
        int longest = 0;
        for (int day = 0; day < problem.horizon().days(); day++) {
            var type = duties.get(day);
            run = type != null && (!nightsOnly || type.night()) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private Set<LocalDate> weekends(TreeMap<Integer, ShiftType> duties) {
        var saturdays = new HashSet<LocalDate>();
        for (int day : duties.keySet()) {
            var date = problem.horizon().start().plusDays(day);
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
                saturdays.add(date);
            } else if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                saturdays.add(date.minusDays(1));
            }
        }
        return saturdays;
    }

    private boolean hours(Person person, TreeMap<Integer, ShiftType> duties) {
        var byWeek = new HashMap<LocalDate, Integer>();
        var bySiteAndWeek = new HashMap<List<Object>, Integer>();
        var firstMonday = problem.horizon().start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        person.history().weekMinutesBySite().forEach((site, minutes) -> {
            byWeek.merge(firstMonday, minutes, Integer::sum);
            bySiteAndWeek.merge(List.of(site, firstMonday), minutes, Integer::sum);
        });
        int sum = 0;
        boolean fine = true;
        for (var duty : duties.entrySet()) {
            var monday = problem.horizon().start().plusDays(duty.getKey());
            monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
            var type = duty.getValue();
            sum += type.minutes();
            int week = byWeek.merge(monday, type.minutes(), Integer::sum);
            int atSite = bySiteAndWeek.merge(List.of(type.site(), monday), type.minutes(), Integer::sum);
            int cap = type.site().equals(person.homeSite())
                    ? Integer.MAX_VALUE
                    : person.outsideWeeklyMinutes().getOrDefault(type.site(), Integer.MAX_VALUE);
            fine &= week <= person.limits().minutesPerWeek() && atSite <= cap;
        }
        return fine && sum <= person.limits().minutesInHorizon();
    }

    long cost(Collection<Assignment> plan) {
        long cost = 0;
        for (CoverDemand demand : problem.demands()) {
            int heads = heads(plan, demand.day(), demand.shiftType());
            cost += (long) demand.weights().belowMinimum() * Math.max(0, demand.minimum() - heads);
            cost += (long) demand.weights().belowDesired() * Math.max(0, demand.desired() - heads);
            cost += (long) demand.weights().aboveDesired() * Math.max(0, heads - demand.desired());
        }
        cost += plan.stream()
                        .filter(duty -> problem.demands().stream()
                                .noneMatch(demand -> demand.day() == duty.day()
                                        && demand.shiftType().equals(duty.shiftType())))
                        .count()
                * CoverWeights.standard().aboveDesired();
        for (Person person : problem.people()) {
            cost += cost(person, plan);
        }
        return cost;
    }

    private static int heads(Collection<Assignment> plan, int day, String type) {
        return (int) plan.stream()
                .filter(duty -> duty.day() == day && duty.shiftType().equals(type))
                .count();
    }

    private long cost(Person person, Collection<Assignment> plan) {
        var mine =
                plan.stream().filter(duty -> duty.person().equals(person.id())).toList();
        var weights = problem.fairness();
        long cost = 0;
        for (Wish wish : person.wishes()) {
            boolean met = mine.stream()
                            .anyMatch(duty -> duty.day() == wish.day()
                                    && (wish.shiftType() == null
                                            || wish.shiftType().equals(duty.shiftType())))
                    == wish.wanted();
            cost += met ? 0 : wish.weight();
        }
        var duties = new TreeMap<Integer, ShiftType>();
        mine.forEach(duty -> duties.put(duty.day(), types.get(duty.shiftType())));
        for (int nth = 1;
                nth <= duties.values().stream().filter(ShiftType::night).count();
                nth++) {
            cost += (long) nth * weights.night();
        }
        for (int nth = 1; nth <= weekends(duties).size(); nth++) {
            cost += (long) nth * weights.weekend();
        }
        cost += weights.away()
                * duties.values().stream()
                        .filter(type -> !type.site().equals(person.homeSite()))
                        .count();
        cost += leastRuns(person, duties);
        long minutes = duties.values().stream().mapToInt(ShiftType::minutes).sum();
        var least = person.limits().least();
        cost += least.price() * (long) Math.ceil(Math.max(0, least.minutesInHorizon() - minutes) / 60.0);
        return cost + weights.load() * minutes * minutes / (480L * person.targetMinutes());
    }
}
