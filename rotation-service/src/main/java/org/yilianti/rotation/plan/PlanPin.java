package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Horizon;

/**
 * An assignment that a planner wants to keep.
 *
 * @param refusedRule code of the rule it broke when the plan was solved; null when it was kept
 */
public record PlanPin(
        UUID memberId,
        LocalDate date,
        UUID institutionId,
        String shift,
        @Nullable String refusedRule) {

    /** The pin in the solver's words. */
    Assignment on(Horizon horizon) {
        return new Assignment(memberId.toString(), horizon.day(date), institutionId + "/" + shift);
    }
}
