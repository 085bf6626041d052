package org.yilianti.staff.training;

import java.util.List;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** A budget changed: its whole public state; the schema is {@code contracts/events/staff.training-budget-changed.v1}. */
record BudgetChanged(
        UUID id, UUID associationId, long version, UUID institutionId, int year, long amountFen, List<Permit> permits) {

    /** What may be spent beyond the amount. */
    record Permit(UUID id, long extraFen) {}

    static OutboxEvent announcement(Budget budget) {
        return OutboxEvent.state(
                "staff.training-budgets",
                "staff.training-budget-changed.v1",
                budget.association(),
                budget.id(),
                budget.version(),
                of(budget));
    }

    private static BudgetChanged of(Budget budget) {
        return new BudgetChanged(
                budget.id(),
                budget.association(),
                budget.version(),
                budget.institution().id().value(),
                budget.year(),
                budget.amount().fen(),
                budget.permits().stream()
                        .map(permit -> new Permit(permit.id(), permit.extra().fen()))
                        .toList());
    }
}
