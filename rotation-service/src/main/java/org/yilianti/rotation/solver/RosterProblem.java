package org.yilianti.rotation.solver;

import java.util.List;

/**
 * One question to a planner: who works which duty over all sites. Self-contained and immutable; ids are the caller's. References to
 * unknown shift types, people or days are refused when a planner, scorer or explainer first reads the problem.
 *
 * @param sites ids of all sites
 * @param demands at most one per (day, shift type); a pair without one needs nobody
 * @param pins assignments that must be in the plan; one that breaks a hard rule is left out and reported
 * @param startingPlan a plan to start from (repair, resume); what of it is not permitted is dropped. May be empty
 */
public record RosterProblem(
        Horizon horizon,
        List<String> sites,
        List<TravelTime> travelTimes,
        List<ShiftType> shiftTypes,
        List<CoverDemand> demands,
        List<Person> people,
        FairnessWeights fairness,
        List<Assignment> pins,
        List<Assignment> startingPlan) {

    public RosterProblem {
        sites = List.copyOf(sites);
        travelTimes = List.copyOf(travelTimes);
        shiftTypes = List.copyOf(shiftTypes);
        demands = List.copyOf(demands);
        people = List.copyOf(people);
        pins = List.copyOf(pins);
        startingPlan = List.copyOf(startingPlan);
    }

    /** A problem with the standard fairness weights, no travel times, no pins and no starting plan. */
    public static RosterProblem of(
            Horizon horizon,
            List<String> sites,
            List<ShiftType> shiftTypes,
            List<CoverDemand> demands,
            List<Person> people) {
        return new RosterProblem(
                horizon,
                sites,
                List.of(),
                shiftTypes,
                demands,
                people,
                FairnessWeights.standard(),
                List.of(),
                List.of());
    }

    public RosterProblem withTravelTimes(List<TravelTime> times) {
        return new RosterProblem(horizon, sites, times, shiftTypes, demands, people, fairness, pins, startingPlan);
    }

    public RosterProblem withFairness(FairnessWeights weights) {
        return new RosterProblem(horizon, sites, travelTimes, shiftTypes, demands, people, weights, pins, startingPlan);
    }

    public RosterProblem withPins(List<Assignment> pinned) {
        return new RosterProblem(
                horizon, sites, travelTimes, shiftTypes, demands, people, fairness, pinned, startingPlan);
    }

    public RosterProblem withStartingPlan(List<Assignment> plan) {
        return new RosterProblem(horizon, sites, travelTimes, shiftTypes, demands, people, fairness, pins, plan);
    }
}
