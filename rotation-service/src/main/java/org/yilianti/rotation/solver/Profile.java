package org.yilianti.rotation.solver;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/** One person in the form the search reads; see {@link Model}. */
final class Profile {

    private static final int[] NO_WISHES = {};

    final Limits limits;
    final LawfulOptions options;
    /** −1 where the home site is not part of the problem: then every duty is away. */
    final int home;

    final int target;
    /** Most minutes a week per site; {@link Limits#UNLIMITED} at home and where no agreement caps them. */
    final int[] siteWeekCap;

    final boolean hasSiteCaps;
    /** Most duties per shift type; empty where no type is limited. */
    final int[] mostOfType;

    final boolean[] leave;
    final Eve eve;
    /** Minutes worked per site in the week of day 0 before day 0. */
    final int[] siteMinutesBefore;

    final int minutesBefore;
    /**
     * Cost of wishes per day and content, {@code [day][type + 1]} where type −1 is a free day; a day without wishes is empty. Days that
     * cost the same, of all people, share an array: in a large association everybody would rather be free on the same holidays.
     */
    final int[][] wishCost;

    /** Per day the positions of the shift types that are lawful and touch no leave, ascending. */
    final int[][] optionsOfDay;

    /** The rules about the order of this person's duties; set by {@link #compiled} when the model is built. */
    @SuppressWarnings("NullAway.Init")
    Automaton automaton;

    /** The state on the morning of day 0. */
    int startState;

    private final BitSet allowed;
    private final int types;

    /** The last duty before the horizon with positions for ids; {@code day} is {@link Integer#MIN_VALUE} when there is none. */
    record Eve(int day, int end, int site, boolean night, int type, int runOfDays, int runOfNights) {

        /** Days with a duty up to and including the eve, or this number where nothing is known of them. */
        int runOfDaysOr(int unknown) {
            return runOfDays == 0 && day == Integer.MIN_VALUE ? unknown : runOfDays;
        }

        /** Days off up to and including the eve; a great many where no last duty is known. */
        int daysOff() {
            return runOfDays > 0 ? 0 : day == Integer.MIN_VALUE ? Limits.UNLIMITED : -1 - day;
        }
    }

    private Profile(Person person, Model model) {
        limits = person.limits();
        options = person.options();
        home = model.siteIds.positionOrNone(person.homeSite());
        target = person.targetMinutes();
        siteWeekCap = new int[model.problem.sites().size()];
        Arrays.fill(siteWeekCap, Limits.UNLIMITED);
        person.outsideWeeklyMinutes().forEach((site, cap) -> {
            int position = model.siteIds.positionOrNone(site);
            if (position >= 0 && position != home) {
                siteWeekCap[position] = cap;
            }
        });
        hasSiteCaps = Arrays.stream(siteWeekCap).anyMatch(cap -> cap < Limits.UNLIMITED);
        mostOfType = mostOfType(limits, model);
        leave = new boolean[model.days];
        siteMinutesBefore = new int[model.problem.sites().size()];
        minutesBefore = person.history().weekMinutes();
        eve = eve(person.history(), model);
        optionsOfDay = new int[model.days][];
        types = model.types;
        allowed = new BitSet(model.days * types);
        wishCost = new int[model.days][];
        Arrays.fill(wishCost, NO_WISHES);
    }

    /** @param costs the arrays of wishes that people share */
    static Profile of(Person person, Model model, Map<IntBuffer, int[]> costs) {
        if (!person.options().fits(model.days, model.types)) {
            throw new IllegalArgumentException(
                    person.id() + ": the lawful options were made for other days or shift types");
        }
        var profile = new Profile(person, model);
        person.daysOff().stream().filter(model.problem.horizon()::contains).forEach(day -> profile.leave[day] = true);
        person.history().weekMinutesBySite().forEach((site, minutes) -> {
            int position = model.siteIds.positionOrNone(site);
            if (position >= 0) {
                profile.siteMinutesBefore[position] = minutes;
            }
        });
        profile.readOptions(model);
        profile.readWishes(person, model);
        Arrays.setAll(
                profile.wishCost,
                day -> costs.computeIfAbsent(IntBuffer.wrap(profile.wishCost[day]), IntBuffer::array));
        return profile;
    }

    void compiled(Automaton rules, int start) {
        automaton = rules;
        startState = start;
    }

    private static int[] mostOfType(Limits limits, Model model) {
        if (limits.dutiesPerType().isEmpty()) {
            return new int[0];
        }
        int[] most = new int[model.types];
        Arrays.fill(most, Limits.UNLIMITED);
        limits.dutiesPerType().forEach((type, count) -> {
            int position = model.typeIds.positionOrNone(type);
            if (position >= 0) {
                most[position] = count;
            }
        });
        return most;
    }

    private static Eve eve(History history, Model model) {
        return history.lastDuty()
                .map(duty -> new Eve(
                        duty.day(),
                        duty.endMinute(),
                        model.siteIds.positionOrNone(duty.site()),
                        duty.night(),
                        duty.shiftType() == null ? -1 : model.typeIds.positionOrNone(duty.shiftType()),
                        Math.max(history.consecutiveDays(), duty.day() == -1 ? 1 : 0),
                        history.consecutiveNights()))
                .orElseGet(() -> new Eve(
                        Integer.MIN_VALUE,
                        Integer.MIN_VALUE,
                        -1,
                        false,
                        -1,
                        history.consecutiveDays(),
                        history.consecutiveNights()));
    }

    private void readOptions(Model model) {
        int[] found = new int[model.types];
        for (int day = 0; day < model.days; day++) {
            int count = 0;
            for (int type = 0; type < model.types; type++) {
                boolean none = mostOfType.length > 0 && mostOfType[type] == 0;
                if (!none && options.permits(day, type) && !onLeave(model, day, type)) {
                    found[count++] = type;
                    allowed.set(day * types + type);
                }
            }
            optionsOfDay[day] = Arrays.copyOf(found, count);
        }
    }

    private void readWishes(Person person, Model model) {
        for (Wish wish : person.wishes()) {
            model.slot(wish.day(), 0);
            if (wish.shiftType() != null) {
                model.typeIds.position(wish.shiftType());
            }
            if (wishCost[wish.day()].length == 0) {
                wishCost[wish.day()] = new int[model.types + 1];
            }
            for (int type = Model.FREE; type < model.types; type++) {
                var worked = type == Model.FREE
                        ? null
                        : model.problem.shiftTypes().get(type).id();
                wishCost[wish.day()][type + 1] += wish.refusedBy(worked) ? wish.weight() : 0;
            }
        }
    }

    /** Wishes and travel of one day with this content. */
    int cellCost(Model model, int day, int type) {
        int[] wishes = wishCost[day];
        int travel = type != Model.FREE && model.site[type] != home
                ? model.problem.fairness().away()
                : 0;
        return travel + (wishes.length == 0 ? 0 : wishes[type + 1]);
    }

    /** Whether this type is among the options of this day. */
    boolean may(int day, int type) {
        return allowed.get(day * types + type);
    }

    /** Whether a duty of this type starting on this day would touch a day of leave. */
    boolean onLeave(Model model, int day, int type) {
        int last = Math.min(model.days - 1, (model.end(day, type) - 1) / 1_440);
        for (int touched = day; touched <= last; touched++) {
            if (leave[touched]) {
                return true;
            }
        }
        return false;
    }
}
