package org.yilianti.staff.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.credential.LicenceKind;

/**
 * Who is assessed how often and what a failure means (R5).
 *
 * @param firstDay on which the first cycle of every kind began
 * @param cycles the kinds that are assessed
 * @param suspensionMonths months after which a failed assessment may be repeated, 3 to 6
 * @param retakeWithinMonths months after a failure within which it is to be repeated
 * @param leadDays days before the end of a cycle, or of the time for a repeat, on which the office is warned
 * @param idleMonths months without any appointment after which a licence is flagged
 */
record AssessmentCycles(
        LocalDate firstDay,
        List<Cycle> cycles,
        int suspensionMonths,
        int retakeWithinMonths,
        List<Integer> leadDays,
        int idleMonths) {

    /** How often the holders of one kind of licence are assessed. */
    record Cycle(LicenceKind kind, int months) {}

    /** Refuses (422) cycles shorter than half a year, a suspension outside the law, and a repeat due before it is possible. */
    AssessmentCycles {
        cycles = List.copyOf(cycles);
        leadDays = List.copyOf(leadDays);
        if (cycles.stream().anyMatch(cycle -> cycle.months() < 6)
                || cycles.stream().map(Cycle::kind).distinct().count() < cycles.size()) {
            throw Refusal.invalid("policy.assessment-cycles-unfit");
        }
        if (suspensionMonths < 3 || suspensionMonths > 6 || retakeWithinMonths <= suspensionMonths || idleMonths < 1) {
            throw Refusal.invalid("policy.assessment-months-unfit", suspensionMonths, retakeWithinMonths);
        }
        if (leadDays.isEmpty() || leadDays.stream().anyMatch(days -> days < 0 || days > 730)) {
            throw Refusal.invalid("policy.lead-days-unfit", 730);
        }
    }

    /** Physicians every 3 years (Physicians Law 2022 art. 42), village doctors every 2 (Regulations on village doctors 2003). */
    static AssessmentCycles standard() {
        return new AssessmentCycles(
                LocalDate.of(2025, 1, 1),
                List.of(
                        new Cycle(LicenceKind.PHYSICIAN, 36),
                        new Cycle(LicenceKind.ASSISTANT_PHYSICIAN, 36),
                        new Cycle(LicenceKind.VILLAGE_DOCTOR, 24)),
                3,
                6,
                List.of(90, 30, 7, 0),
                24);
    }

    /** The cycle of this kind that contains the day; empty for a kind that is not assessed. */
    Optional<DatePeriod> around(LicenceKind kind, LocalDate day) {
        return cycles.stream().filter(cycle -> cycle.kind() == kind).findFirst().map(cycle -> {
            long passed = Math.floorDiv(monthsUntil(day), cycle.months());
            LocalDate from = firstDay.plusMonths(passed * cycle.months());
            return new DatePeriod(from, from.plusMonths(cycle.months()));
        });
    }

    /** Whole months since the first day, rounded down also before it. */
    private long monthsUntil(LocalDate day) {
        long months = ChronoUnit.MONTHS.between(firstDay, day);
        return firstDay.plusMonths(months).isAfter(day) ? months - 1 : months;
    }
}
