package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.Violation;

/**
 * Turns duties into pins, many at once: of the draft itself, to keep what is good in it, or of another month, moved by whole weeks so
 * that Mondays stay Mondays. What does not fit the draft's facts and rules is left out and told.
 */
final class PinTakeover {

    private final MonthlyProblem today;
    private final List<PlanPin> kept;
    private final List<PlanPin> refused = new ArrayList<>();

    /** @param pinned what is pinned already and stays */
    PinTakeover(MonthlyProblem today, List<PlanPin> pinned) {
        this.today = today;
        this.kept = new ArrayList<>(pinned);
    }

    List<PlanPin> refused() {
        return refused;
    }

    /** All pins with those taken over. */
    List<PlanPin> take(List<Duty> duties, YearMonth from, YearMonth to) {
        long weeks = ChronoUnit.DAYS.between(from.atDay(1), to.atDay(1)) / 7;
        Set<String> people = today.problem().people().stream().map(Person::id).collect(Collectors.toSet());
        Set<Object> cells = new HashSet<>();
        kept.forEach(pin -> cells.add(List.of(pin.memberId(), pin.date())));
        int stood = kept.size();
        for (Duty duty : duties) {
            LocalDate date = duty.date().plusWeeks(weeks);
            UUID member = duty.memberId();
            if (member == null || !YearMonth.from(date).equals(to) || !cells.add(List.of(member, date))) {
                continue;
            }
            PlanPin pin = new PlanPin(member, date, duty.institutionId(), duty.shift(), null);
            Assignment assignment = pin.on(today.problem().horizon());
            if (today.shifts().containsKey(assignment.shiftType()) && people.contains(assignment.person())) {
                kept.add(pin);
            } else {
                refused.add(refused(pin, "lawful-practice"));
            }
        }
        dropBroken(stood);
        return kept;
    }

    /** Leaves out of those taken over what breaks a rule; what stood before was looked at when it was pinned. */
    private void dropBroken(int stood) {
        List<Assignment> assignments =
                kept.stream().map(pin -> pin.on(today.problem().horizon())).toList();
        for (Violation broken : new RosterScorer()
                .score(today.problem(), today.withStanding(assignments))
                .violations()) {
            kept.stream()
                    .skip(stood)
                    .filter(pin -> pin.on(today.problem().horizon()).equals(broken.assignment()))
                    .findFirst()
                    .ifPresent(pin -> {
                        kept.remove(pin);
                        refused.add(refused(pin, broken.rule().code()));
                    });
        }
    }

    private static PlanPin refused(PlanPin pin, String rule) {
        return new PlanPin(pin.memberId(), pin.date(), pin.institutionId(), pin.shift(), rule);
    }
}
