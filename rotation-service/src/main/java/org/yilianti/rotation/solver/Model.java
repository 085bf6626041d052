package org.yilianti.rotation.solver;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;

/**
 * A problem in the form the search reads: positions in place of ids, arrays in place of lists. Immutable once built and shared by all
 * threads. A <em>slot</em> is {@code day * types + type}; minutes are absolute from the start of day 0 where not said otherwise.
 */
final class Model {

    /** The content of a day without a duty. */
    static final int FREE = -1;

    final RosterProblem problem;
    final Catalogue siteIds;
    final Catalogue typeIds;
    final Catalogue personIds;
    final int days;
    final int types;
    final int people;
    final int[] weekOf;
    final int[] weekendOf;
    final int[] startMinute;
    final int[] length;
    final boolean[] night;
    final int[] site;
    final boolean[][] forbiddenNext;
    final int[][] travel;
    final CoverDemand[] demand;
    final Profile[] profiles;
    /** The greatest number of minutes that divides every length. */
    int unit;
    /** Per shift type the people who may work it on at least one day, ascending. */
    final int[][] candidates;

    private Model(RosterProblem problem) {
        this.problem = problem;
        siteIds = Catalogue.of("site", problem.sites(), id -> id);
        typeIds = Catalogue.of("shift type", problem.shiftTypes(), ShiftType::id);
        personIds = Catalogue.of("person", problem.people(), Person::id);
        days = problem.horizon().days();
        types = problem.shiftTypes().size();
        people = problem.people().size();
        weekOf = new int[days];
        weekendOf = new int[days];
        startMinute = new int[types];
        length = new int[types];
        night = new boolean[types];
        site = new int[types];
        forbiddenNext = new boolean[types][types];
        travel = new int[problem.sites().size()][problem.sites().size()];
        demand = new CoverDemand[days * types];
        profiles = new Profile[people];
        candidates = new int[types][];
    }

    static Model of(RosterProblem problem) {
        var model = new Model(problem);
        model.readCalendar();
        model.readShiftTypes();
        model.readTravel();
        model.readDemand();
        var costs = new HashMap<IntBuffer, int[]>();
        for (int person = 0; person < model.people; person++) {
            model.profiles[person] = Profile.of(problem.people().get(person), model, costs);
        }
        model.gatherCandidates();
        return model;
    }

    private void readCalendar() {
        Arrays.fill(weekendOf, -1);
        for (int day = 0; day < days; day++) {
            weekOf[day] = problem.horizon().week(day);
            if (problem.horizon().isWeekend(day)) {
                weekendOf[day] = weekOf[day];
            }
        }
    }

    private void readShiftTypes() {
        for (int type = 0; type < types; type++) {
            var shift = problem.shiftTypes().get(type);
            startMinute[type] = shift.startMinute();
            length[type] = shift.minutes();
            unit = gcd(unit, length[type]);
            night[type] = shift.night();
            site[type] = siteIds.position(shift.site());
            for (String next : shift.forbiddenNext()) {
                forbiddenNext[type][typeIds.position(next)] = true;
            }
        }
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private void readTravel() {
        for (TravelTime time : problem.travelTimes()) {
            int one = siteIds.position(time.oneSite());
            int other = siteIds.position(time.otherSite());
            travel[one][other] = time.minutes();
            travel[other][one] = time.minutes();
        }
    }

    private void readDemand() {
        for (int slot = 0; slot < demand.length; slot++) {
            var type = problem.shiftTypes().get(slot % types).id();
            demand[slot] = new CoverDemand(slot / types, type, 0, 0);
        }
        var seen = new BitSet(demand.length);
        for (CoverDemand asked : problem.demands()) {
            int slot = slot(asked.day(), typeIds.position(asked.shiftType()));
            if (seen.get(slot)) {
                throw new IllegalArgumentException(
                        "demand for " + asked.shiftType() + " on day " + asked.day() + " is listed twice");
            }
            seen.set(slot);
            demand[slot] = asked;
        }
    }

    private void gatherCandidates() {
        int[] counts = new int[types];
        for (int type = 0; type < types; type++) {
            candidates[type] = new int[people];
        }
        for (int person = 0; person < people; person++) {
            var works = new BitSet(types);
            for (int[] options : profiles[person].optionsOfDay) {
                for (int type : options) {
                    works.set(type);
                }
            }
            int candidate = person;
            works.stream().forEach(type -> candidates[type][counts[type]++] = candidate);
        }
        for (int type = 0; type < types; type++) {
            candidates[type] = Arrays.copyOf(candidates[type], counts[type]);
        }
    }

    int slot(int day, int type) {
        if (!problem.horizon().contains(day)) {
            throw new IllegalArgumentException("day " + day + " is outside the horizon of " + days + " days");
        }
        return day * types + type;
    }

    int start(int day, int type) {
        return day * 1_440 + startMinute[type];
    }

    int end(int day, int type) {
        return start(day, type) + length[type];
    }

    Assignment assignment(int person, int day, int type) {
        return new Assignment(
                problem.people().get(person).id(),
                day,
                problem.shiftTypes().get(type).id());
    }
}
