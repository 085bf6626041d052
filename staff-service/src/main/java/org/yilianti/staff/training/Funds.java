package org.yilianti.staff.training;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.institution.InstitutionId;

/** What is left in budgets, locked until the transaction ends; an institution without a budget has nothing. */
final class Funds {

    /** What bears the cost of an enrolment. */
    private record Purse(InstitutionId institution, int year) {

        static Purse of(Enrolment enrolment) {
            return new Purse(enrolment.institution().id(), enrolment.costYear());
        }
    }

    private final Map<Purse, Money> left = new HashMap<>();

    private Funds() {}

    /** Locks the budgets that bear these enrolments, all at once so that nobody waits in a circle; sessions are locked before. */
    static Funds lock(BudgetRepository budgets, Collection<Enrolment> enrolments) {
        List<Enrolment> paid = enrolments.stream()
                .filter(enrolment -> !enrolment.cost().isZero())
                .toList();
        Funds funds = new Funds();
        budgets.lockAll(
                        paid.stream()
                                .map(enrolment -> enrolment.institution().id())
                                .distinct()
                                .toList(),
                        paid.stream().map(Enrolment::costYear).distinct().toList())
                .forEach(budget ->
                        funds.left.put(new Purse(budget.institution().id(), budget.year()), budget.available()));
        return funds;
    }

    /** Commits the cost of an enrolment; false when it is not covered. */
    boolean take(Enrolment enrolment) {
        Money after = left(enrolment).minus(enrolment.cost());
        if (enrolment.cost().fen() > 0 && after.isNegative()) {
            return false;
        }
        left.put(Purse.of(enrolment), after);
        return true;
    }

    /** Why an enrolment is not covered. */
    Refusal exceeded(Enrolment enrolment) {
        return Refusal.conflict(
                "budget.exceeded",
                enrolment.institution().code(),
                String.valueOf(enrolment.costYear()),
                enrolment.cost().toString(),
                left(enrolment).toString());
    }

    private Money left(Enrolment enrolment) {
        return left.getOrDefault(Purse.of(enrolment), Money.ZERO);
    }
}
