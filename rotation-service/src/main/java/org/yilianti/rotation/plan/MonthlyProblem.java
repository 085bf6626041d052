package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.RosterExplainer;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.UnmetDemand;

/**
 * A month's question to the solver, and the way back from its keys to shifts.
 *
 * @param standing duties of other published plans, which the solver holds as pins so that their hours, rest and travel count
 */
record MonthlyProblem(
        RosterProblem problem, Map<String, SiteShift> shifts, List<Assignment> standing, KeptOut keptOut) {

    /** The assignments of this plan among those of the solver. */
    List<Assignment> own(List<Assignment> assignments) {
        return assignments.stream()
                .filter(one -> shifts.containsKey(one.shiftType()))
                .toList();
    }

    /** These assignments of the plan together with what stands. */
    List<Assignment> withStanding(List<Assignment> assignments) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.addAll(standing);
        return all;
    }

    List<Duty> duties(MonthlyPlan plan, List<Assignment> assignments) {
        return own(assignments).stream()
                .map(one -> shift(one.shiftType())
                        .duty(
                                plan,
                                UUID.fromString(one.person()),
                                problem.horizon().date(one.day())))
                .toList();
    }

    List<Assignment> assignments(List<Duty> duties) {
        return duties.stream()
                .map(duty -> new Assignment(
                        Objects.requireNonNull(duty.memberId()).toString(),
                        problem.horizon().day(duty.date()),
                        duty.institutionId() + "/" + duty.shift()))
                .toList();
    }

    List<UnmetShift> unmet(List<Assignment> assignments) {
        List<UnmetShift> unmet = new ArrayList<>();
        for (UnmetDemand demand : new RosterExplainer(problem, assignments).unmetDemand()) {
            if (!shifts.containsKey(demand.shiftType())) {
                continue;
            }
            SiteShift shift = shift(demand.shiftType());
            UnmetReason reason = UnmetReason.of(demand);
            unmet.add(new UnmetShift(
                    shift.institutionId(),
                    problem.horizon().date(demand.day()),
                    shift.shift().code(),
                    demand.assigned(),
                    demand.minimum(),
                    demand.desired(),
                    reason.code(),
                    reason.people(),
                    keptOut.of(demand.shiftType(), demand.blocked())));
        }
        return unmet;
    }

    private SiteShift shift(String key) {
        return Objects.requireNonNull(shifts.get(key), key);
    }
}
