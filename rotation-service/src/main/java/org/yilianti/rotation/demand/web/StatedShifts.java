package org.yilianti.rotation.demand.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.demand.DemandShift;

/** Looks for contradictions among the shifts of one demand. */
final class StatedShifts {

    private StatedShifts() {}

    /** The shifts; refuses (422) with every contradiction. */
    static List<DemandShift> checked(List<StatedShift> shifts) {
        Set<String> known = shifts.stream().map(StatedShift::code).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < shifts.size(); index++) {
            StatedShift shift = shifts.get(index);
            String at = "/shifts/" + index;
            if (!codes.add(shift.code())) {
                violations.add(new Violation(at + "/code", "demand.code-twice", shift.code()));
            }
            if (shift.desired() < shift.minimum()) {
                violations.add(new Violation(
                        at + "/desired", "demand.desired-below-minimum", shift.minimum(), shift.desired()));
            }
            shift.next().stream()
                    .filter(next -> !known.contains(next))
                    .sorted()
                    .forEach(next -> violations.add(new Violation(at + "/forbiddenNext", "demand.next-unknown", next)));
            weights(shift, at, violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return shifts.stream().map(StatedShift::shift).toList();
    }

    private static void weights(StatedShift shift, String at, List<Violation> violations) {
        var weights = shift.weights();
        if (weights != null && weights.belowDesired() > weights.belowMinimum()) {
            violations.add(new Violation(
                    at + "/weights", "demand.weights-inverted", weights.belowDesired(), weights.belowMinimum()));
        }
        Integer most = shift.mostPerPerson();
        if (most != null && most == 0 && shift.desired() > 0) {
            violations.add(new Violation(at + "/mostPerPerson", "demand.nobody-may", shift.desired()));
        }
    }
}
