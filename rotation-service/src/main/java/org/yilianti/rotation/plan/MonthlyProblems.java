package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.roster.TravelTimes;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.CoverDemand;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;

/** Builds a month's question from demand, directory and lawful-practice decisions: a fixed number of queries, then memory. */
@Component
class MonthlyProblems {

    private final SiteShifts siteShifts;
    private final Institutions institutions;
    private final Candidates candidates;
    private final Duties duties;
    private final PlanPins pins;
    private final PlanProgresses progresses;
    private final Policies policies;

    MonthlyProblems(
            SiteShifts siteShifts,
            Institutions institutions,
            Candidates candidates,
            Duties duties,
            PlanPins pins,
            PlanProgresses progresses,
            Policies policies) {
        this.siteShifts = siteShifts;
        this.institutions = institutions;
        this.candidates = candidates;
        this.duties = duties;
        this.pins = pins;
        this.progresses = progresses;
        this.policies = policies;
    }

    /** The question as the facts stand now; the same facts give the same question, in the same order. */
    MonthlyProblem build(MonthlyPlan plan) {
        RosterPolicy policy = policies.inForce(
                plan.association(), RosterPolicy.class, plan.month().atDay(1));
        Horizon horizon = new Horizon(plan.month().atDay(1), plan.month().lengthOfMonth());
        Map<String, SiteShift> shifts = siteShifts.of(plan);
        Candidates.Field field = candidates.of(plan, horizon, shifts);
        List<Person> people = field.people().stream()
                .map(candidate -> candidate.person(policy))
                .toList();
        Set<String> ids = people.stream().map(Person::id).collect(Collectors.toSet());
        List<Institution> sites = sites(plan, field.people());
        List<CoverDemand> cover = new ArrayList<>(cover(horizon, shifts.values()));
        cover.addAll(coverOf(field.standing()));
        List<Assignment> pinned = new ArrayList<>(field.standing());
        pins.of(plan.id()).stream()
                .map(pin -> pin.on(horizon))
                .filter(pin -> known(pin, shifts, ids))
                .forEach(pinned::add);
        RosterProblem problem = RosterProblem.of(
                        horizon,
                        sites.stream().map(site -> site.id().toString()).toList(),
                        field.types(),
                        cover,
                        people)
                .withTravelTimes(TravelTimes.between(sites, policy.travelKilometresPerHour()))
                .withFairness(policy.fairness())
                .withPins(pinned)
                .withStartingPlan(startingPlan(plan, horizon, shifts, ids));
        return new MonthlyProblem(problem, shifts, field.standing(), KeptOut.of(shifts, field.people()));
    }

    /** The planned sites and every site somebody comes from. */
    private List<Institution> sites(MonthlyPlan plan, List<Candidate> candidates) {
        Set<UUID> ids = new HashSet<>(plan.institutionIds());
        candidates.forEach(candidate -> ids.addAll(candidate.sites()));
        return institutions.byId(plan.association(), ids).values().stream()
                .sorted(Comparator.comparing(Institution::code))
                .toList();
    }

    /** What a worker that died had saved, or else the draft that the plan goes on from, as far as it still fits. */
    private List<Assignment> startingPlan(
            MonthlyPlan plan, Horizon horizon, Map<String, SiteShift> shifts, Set<String> ids) {
        List<Assignment> saved = progresses.incumbent(plan.id());
        UUID basis = plan.basedOn();
        List<Assignment> start = !saved.isEmpty() || basis == null
                ? saved
                : duties.ofPlan(basis).stream()
                        .filter(duty -> duty.memberId() != null)
                        .map(duty -> new Assignment(
                                String.valueOf(duty.memberId()),
                                horizon.day(duty.date()),
                                duty.institutionId() + "/" + duty.shift()))
                        .toList();
        return start.stream().filter(one -> known(one, shifts, ids)).toList();
    }

    private static boolean known(Assignment one, Map<String, SiteShift> shifts, Set<String> ids) {
        return shifts.containsKey(one.shiftType()) && ids.contains(one.person());
    }

    /** Duties that stand are wanted exactly as they are. */
    private static List<CoverDemand> coverOf(List<Assignment> standing) {
        record Slot(int day, String type) {}
        return standing.stream()
                .collect(Collectors.groupingBy(
                        one -> new Slot(one.day(), one.shiftType()), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(slot -> new CoverDemand(
                        slot.getKey().day(),
                        slot.getKey().type(),
                        slot.getValue().intValue(),
                        slot.getValue().intValue()))
                .toList();
    }

    private static List<CoverDemand> cover(Horizon horizon, Collection<SiteShift> shifts) {
        List<CoverDemand> cover = new ArrayList<>();
        for (int day = 0; day < horizon.days(); day++) {
            LocalDate date = horizon.date(day);
            for (SiteShift at : shifts) {
                if (at.shift().weekdays().contains(date.getDayOfWeek())) {
                    cover.add(new CoverDemand(
                            day,
                            Objects.requireNonNull(at.key()),
                            at.shift().minimum(),
                            at.shift().desired(),
                            at.weights()));
                }
            }
        }
        return cover;
    }
}
