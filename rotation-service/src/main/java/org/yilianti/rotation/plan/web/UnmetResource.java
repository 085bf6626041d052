package org.yilianti.rotation.plan.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.plan.UnmetShift;

/** A shift below its desired number, and why. */
record UnmetResource(
        UUID institutionId,
        LocalDate date,
        String shift,
        int assigned,
        int minimum,
        int desired,
        int missing,
        UnmetDemandReason reason) {

    /** The reason in the caller's language. */
    record UnmetDemandReason(String code, String message, int people) {}

    static UnmetResource of(UnmetShift shift, ProblemFactory texts, Locale locale) {
        return new UnmetResource(
                shift.institutionId(),
                shift.date(),
                shift.shift(),
                shift.assigned(),
                shift.minimum(),
                shift.desired(),
                shift.missing(),
                new UnmetDemandReason(
                        shift.reason(),
                        texts.text("unmet." + shift.reason(), new Object[] {shift.people()}, locale),
                        shift.people()));
    }
}
