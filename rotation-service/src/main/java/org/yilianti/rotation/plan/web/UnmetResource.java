package org.yilianti.rotation.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.plan.UnmetShift;

/** A shift below its desired number, why in one word, and what keeps everybody else out. */
record UnmetResource(
        UUID institutionId,
        LocalDate date,
        String shift,
        int assigned,
        int minimum,
        int desired,
        int missing,
        UnmetDemandReason reason,
        List<UnmetDemandReason> blocked) {

    /** The reason in the caller's language. */
    record UnmetDemandReason(String code, String message, int people) {

        static UnmetDemandReason of(UnmetShift shift, ProblemFactory texts, Locale locale) {
            return new UnmetDemandReason(
                    shift.reason(),
                    texts.text("unmet." + shift.reason(), new Object[] {shift.people(), shift.desired()}, locale),
                    shift.people());
        }
    }

    static UnmetResource of(UnmetShift shift, ProblemFactory texts, Locale locale) {
        return new UnmetResource(
                shift.institutionId(),
                shift.date(),
                shift.shift(),
                shift.assigned(),
                shift.minimum(),
                shift.desired(),
                shift.missing(),
                UnmetDemandReason.of(shift, texts, locale),
                shift.blocked().entrySet().stream()
                        .map(rule -> new UnmetDemandReason(
                                rule.getKey(),
                                texts.text("rule." + rule.getKey(), null, locale),
                                rule.getValue().intValue()))
                        .toList());
    }
}
