package org.yilianti.staff.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.institution.InstitutionId;

/** What is left in the budgets of a year, locked until the transaction ends; an institution without a budget has nothing. */
final class Funds {

    private final Map<InstitutionId, Money> left = new HashMap<>();

    private Funds() {}

    /** Locks the budgets of these institutions, in the order of their ids so that nobody waits in a circle. */
    static Funds lock(BudgetRepository budgets, int year, Collection<InstitutionId> institutions) {
        Funds funds = new Funds();
        institutions.stream()
                .distinct()
                .sorted(Comparator.comparing(InstitutionId::value))
                .forEach(institution -> funds.left.put(
                        institution,
                        budgets.lock(institution, year).map(Budget::available).orElse(Money.ZERO)));
        return funds;
    }

    /** Commits a cost; false when it is not covered. */
    boolean take(InstitutionId institution, Money cost) {
        Money after = left(institution).minus(cost);
        if (cost.fen() > 0 && after.isNegative()) {
            return false;
        }
        left.put(institution, after);
        return true;
    }

    /** Why an enrolment is not covered. */
    Refusal exceeded(Enrolment enrolment) {
        return Refusal.conflict(
                "budget.exceeded",
                enrolment.institution().code(),
                String.valueOf(enrolment.costYear()),
                enrolment.cost().toString(),
                left(enrolment.institution().id()).toString());
    }

    Money left(InstitutionId institution) {
        return left.getOrDefault(institution, Money.ZERO);
    }
}
