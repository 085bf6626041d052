package org.yilianti.staff.member;

import java.util.List;
import java.util.Optional;
import org.yilianti.staff.entry.Fault;

/** Says whether a person may hold an appointment beside the others, and if not, why. */
interface AppointmentPolicy {

    /** @param others all other appointments believed of the same person */
    Optional<Fault> objection(AppointmentDetails wanted, List<AppointmentDetails> others);

    /** All of them. */
    static List<AppointmentPolicy> all(AppointmentLimits limits) {
        return List.of(new OneMainAtATime(), new WorkingTimeLimit(limits.maxFtePercent()));
    }
}
