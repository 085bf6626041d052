package org.yilianti.rotation.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A small readable problem for examples: ward A with day, evening and night duty, clinic B an hour away; two weeks from a Monday. */
final class Ward {

    static final Horizon HORIZON = new Horizon(LocalDate.of(2026, 10, 5), 14);
    static final ShiftType DAY = new ShiftType("A-day", "A", 480, 480, false);
    static final ShiftType EVENING = new ShiftType("A-evening", "A", 960, 480, false, Set.of("A-day"));
    static final ShiftType NIGHT = new ShiftType("A-night", "A", 1_320, 600, true);
    static final ShiftType CLINIC = new ShiftType("B-clinic", "B", 540, 360, false);
    static final List<ShiftType> TYPES = List.of(DAY, EVENING, NIGHT, CLINIC);
    static final LawfulOptions ALL = LawfulOptions.all(HORIZON, TYPES);

    private Ward() {}

    static Person person(String id) {
        return Person.of(id, "A", ALL).withLimits(Limits.none());
    }

    static RosterProblem of(List<CoverDemand> demands, Person... people) {
        return RosterProblem.of(HORIZON, List.of("A", "B"), TYPES, demands, List.of(people))
                .withTravelTimes(List.of(new TravelTime("A", "B", 60)));
    }

    /** The rules broken when one person, changed as given, works these duties, in order of their days. */
    static List<Rule> broken(UnaryOperator<Person> change, Map<Integer, ShiftType> duties) {
        return violations(change, duties).stream().map(Violation::rule).toList();
    }

    static List<Violation> violations(UnaryOperator<Person> change, Map<Integer, ShiftType> duties) {
        var problem = of(List.of(), change.apply(person("li")));
        return new RosterScorer().score(problem, plan("li", duties)).violations();
    }

    static List<Assignment> plan(String person, Map<Integer, ShiftType> duties) {
        var plan = new ArrayList<Assignment>();
        duties.forEach((day, type) -> plan.add(new Assignment(person, day, type.id())));
        return plan;
    }
}
