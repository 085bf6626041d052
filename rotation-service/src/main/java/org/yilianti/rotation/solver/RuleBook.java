package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one registry of rules: search, scorer and explanations all read it. The order of the hard rules is the order of explanation: the
 * first that refuses is the reason given.
 */
final class RuleBook {

    static final List<RowRule> HARD = List.of(
            new PresenceRules.LawfulPractice(),
            new PresenceRules.Leave(),
            new PresenceRules.OneDutyADay(),
            new SequenceRules.Rest(),
            new SequenceRules.Succession(),
            new RunRules.ConsecutiveDays(),
            new RunRules.ConsecutiveNights(),
            new RunRules.Weekends(),
            new HourRules.WeekHours(),
            new HourRules.HorizonHours(),
            new HourRules.DutiesPerType(),
            new HourRules.OutsideHours());

    static final List<RowCost> SOFT = List.of(
            new RowCosts.Wishes(),
            new RowCosts.NightFairness(),
            new RowCosts.WeekendFairness(),
            new RowCosts.Away(),
            new RowCosts.LoadFairness(),
            new LeastNumbers.Hours(),
            new LeastNumbers.ConsecutiveDays(),
            new LeastNumbers.ConsecutiveDaysOff());

    private static final RowRule[] CHECKS = HARD.toArray(RowRule[]::new);

    private static final List<TrailRule> ORDER = HARD.stream()
            .filter(TrailRule.class::isInstance)
            .map(TrailRule.class::cast)
            .toList();
    private static final List<TrailCost> ORDER_COSTS = SOFT.stream()
            .filter(TrailCost.class::isInstance)
            .map(TrailCost.class::cast)
            .toList();

    private RuleBook() {}

    /** Whether every hard rule about the order of duties lets this type follow. */
    static boolean follows(Trails trails, Trail before, int type) {
        return ORDER.stream().allMatch(rule -> rule.follows(trails, before, type));
    }

    /** What the soft rules about the order of duties charge for the content of the next day. */
    static int cost(Trails trails, Trail before, int content) {
        return ORDER_COSTS.stream()
                .mapToInt(rule -> rule.cost(trails, before, content))
                .sum();
    }

    /** Whether every hard rule permits this duty beside what the row holds. */
    static boolean permits(Row row, int day, int type) {
        for (RowRule check : CHECKS) {
            if (!check.permits(row, day, type)) {
                return false;
            }
        }
        return true;
    }

    /** The first hard rule that refuses this duty. */
    static Optional<RowRule> obstacle(Row row, int day, int type) {
        return HARD.stream().filter(check -> !check.permits(row, day, type)).findFirst();
    }

    /** Every hard rule that refuses this duty, with its reason; empty when it is permitted. */
    static List<Violation> violations(Row row, int day, int type) {
        var found = new ArrayList<Violation>();
        for (RowRule check : HARD) {
            if (!check.permits(row, day, type)) {
                found.add(new Violation(
                        check.rule(), row.model.assignment(row.person, day, type), check.reason(row, day, type)));
            }
        }
        return found;
    }
}
