package org.yilianti.rotation.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Random problems of any size from a seed, with every kind of limit in use. */
final class GeneratedProblems {

    private final SplittableRandom random;
    private final Horizon horizon;
    private final List<String> sites = new ArrayList<>();
    private final List<ShiftType> types = new ArrayList<>();

    private GeneratedProblems(long seed, int days, int siteCount, int typesPerSite) {
        random = new SplittableRandom(seed);
        horizon = new Horizon(LocalDate.of(2026, 10, 1).plusDays(random.nextInt(7)), days);
        for (int site = 0; site < siteCount; site++) {
            sites.add("S" + site);
            for (int type = 0; type < typesPerSite; type++) {
                types.add(shiftType("S" + site, type));
            }
        }
    }

    /** A problem of the given size; about {@code load} of the target hours of all people are wanted as desired cover. */
    static RosterProblem problem(long seed, int days, int siteCount, int typesPerSite, int people, double load) {
        var generated = new GeneratedProblems(seed, days, siteCount, typesPerSite);
        var staff = new ArrayList<Person>();
        for (int i = 0; i < people; i++) {
            staff.add(generated.person(i));
        }
        var demands = generated.demands(people, load);
        var travel = siteCount < 2 ? List.<TravelTime>of() : List.of(new TravelTime("S0", "S1", 45));
        return RosterProblem.of(generated.horizon, generated.sites, generated.types, demands, staff)
                .withTravelTimes(travel);
    }

    /** Small problems of random shape for property tests. */
    static RosterProblem small(long seed) {
        var shape = new SplittableRandom(seed);
        return problem(
                seed,
                5 + shape.nextInt(25),
                1 + shape.nextInt(3),
                2 + shape.nextInt(3),
                2 + shape.nextInt(14),
                0.5 + shape.nextDouble());
    }

    /** The same problem with least numbers promised to half of the people. */
    static RosterProblem promising(RosterProblem problem, long seed) {
        var random = new SplittableRandom(seed);
        var people = new ArrayList<Person>();
        for (Person person : problem.people()) {
            int minutes = person.targetMinutes() * random.nextInt(10) / 10;
            var least = new Least(minutes, random.nextInt(4), random.nextInt(4), 500);
            people.add(
                    random.nextBoolean()
                            ? person
                            : person.withLimits(person.limits().withLeast(least)));
        }
        return new RosterProblem(
                problem.horizon(),
                problem.sites(),
                problem.travelTimes(),
                problem.shiftTypes(),
                problem.demands(),
                people,
                problem.fairness(),
                problem.pins(),
                problem.startingPlan());
    }

    private ShiftType shiftType(String site, int index) {
        String id = site + "-" + "DENLMX".charAt(index % 6) + (index < 6 ? "" : "" + index / 6);
        return switch (index % 6) {
            case 0 -> new ShiftType(id, site, 480, 480, false);
            case 1 -> new ShiftType(id, site, 960, 480, false, index == 1 ? Set.of(site + "-D") : Set.of());
            case 2 -> new ShiftType(id, site, 1_200, 720, true);
            case 3 -> new ShiftType(id, site, 420, 720, false);
            case 4 -> new ShiftType(id, site, 480, 240, false);
            default -> new ShiftType(id, site, 480, 1_440, true);
        };
    }

    private Person person(int index) {
        String home = sites.get(random.nextInt(sites.size()));
        String second = sites.get(random.nextInt(sites.size()));
        boolean nights = random.nextInt(5) > 0;
        int skill = random.nextInt(3);
        var options = LawfulOptions.where(
                horizon,
                types,
                (date, type) -> (type.site().equals(home) || type.site().equals(second) && skill == 0)
                        && (nights || !type.night())
                        && Math.floorMod(type.id().hashCode(), 3) <= skill + 1);
        double share = random.nextInt(4) == 0 ? 0.5 : 1;
        int target = (int) (share * 40 * 60 * horizon.days() / 7);
        var limits = new Limits(
                44 * 60,
                (int) (target * 1.15) + 480,
                4 + random.nextInt(3),
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                660,
                1_440,
                random.nextInt(3) == 0 ? Map.of(types.getFirst().id(), 2 + random.nextInt(4)) : Map.of(),
                Least.none());
        var person = Person.of("P" + index, home, options)
                .withLimits(limits)
                .withTargetMinutes(Math.max(480, target))
                .withDaysOff(leave())
                .withHistory(history(home))
                .withWishes(wishes());
        return second.equals(home)
                ? person
                : person.withOutsideWeeklyMinutes(Map.of(second, 480 + random.nextInt(720)));
    }

    private Set<Integer> leave() {
        var days = new HashSet<Integer>();
        if (random.nextInt(3) == 0) {
            int first = random.nextInt(horizon.days());
            for (int day = first; day < Math.min(horizon.days(), first + 1 + random.nextInt(5)); day++) {
                days.add(day);
            }
        }
        return days;
    }

    private History history(String home) {
        if (random.nextInt(3) > 0) {
            return History.none();
        }
        int run = 1 + random.nextInt(4);
        boolean night = random.nextBoolean();
        var last = new LastDuty(-1, night ? 480 : -480, home, night, night ? null : home + "-E");
        return new History(Optional.of(last), run, night ? 1 : 0, Map.of(home, 480 * Math.min(run, 3)));
    }

    private List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < random.nextInt(4); i++) {
            int day = random.nextInt(horizon.days());
            var type = types.get(random.nextInt(types.size())).id();
            wishes.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Wish.toBeFree(day, 1 + random.nextInt(20));
                        case 1 -> Wish.notToWork(day, type, 1 + random.nextInt(20));
                        default -> Wish.toWork(day, type, 1 + random.nextInt(20));
                    });
        }
        return wishes;
    }

    private List<CoverDemand> demands(int people, double load) {
        double minutes = people * 40.0 * 60 * horizon.days() / 7 * load;
        double perSlot = minutes
                / (horizon.days() * types.stream().mapToInt(ShiftType::minutes).sum());
        var demands = new ArrayList<CoverDemand>();
        for (int day = 0; day < horizon.days(); day++) {
            double factor = horizon.isWeekend(day) ? 0.6 : 1.1;
            for (ShiftType type : types) {
                int desired = (int) (perSlot * factor + random.nextDouble());
                demands.add(new CoverDemand(day, type.id(), desired * 2 / 3, desired));
            }
        }
        return demands;
    }
}
