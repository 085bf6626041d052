package org.yilianti.staff.training;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Sets what institutions may spend on training, and permits more. */
@Service
public class BudgetManagement {

    private final BudgetRepository budgets;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    BudgetManagement(
            BudgetRepository budgets, InstitutionDirectory institutions, Outbox outbox, AuditTrail audit, Clock clock) {
        this.budgets = budgets;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the budget of a year; refuses (409) a second one. */
    @Transactional
    public Budget record(Editor editor, Entry entry) {
        String code = entry.text("institutionCode", 50);
        int year = entry.number("year", "2000", "2200", 0).intValue();
        Money amount = money(entry, "amountFen", "0");
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        InstitutionRef institution = new InstitutionRef(Objects.requireNonNull(place), code);
        if (budgets.lock(institution.id(), year).isPresent()) {
            throw Refusal.conflict("budget.exists", code, String.valueOf(year)).at("/year");
        }
        Budget budget =
                Budget.recorded(editor.association(), institution, year, amount, clock.instant(), editor.name());
        budgets.insert(List.of(budget));
        return recorded(editor, "budget.recorded", budget);
    }

    /** Changes the amount; not below what is committed. */
    @Transactional
    public Budget revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Budget known = within(editor, id);
        expected.check(known.version());
        Money amount = money(entry, "amountFen", "0");
        entry.refuseIfFaulty();
        Budget revised = known.revised(amount, clock.instant(), editor.name());
        if (revised.version() > known.version()) {
            budgets.update(List.of(revised));
            recorded(editor, "budget.revised", revised);
        }
        return revised;
    }

    /** Lets an institution commit more, with a reason; never by who set the amount. */
    @Transactional
    public Budget permit(Editor editor, UUID id, Entry entry) {
        Money extra = money(entry, "extraFen", "1");
        String reason = entry.text("reason", 500);
        Budget known = within(editor, id);
        entry.refuseIfFaulty();
        Budget.Permit permit = known.permitted(extra, reason, clock.instant(), editor.name());
        budgets.insert(known, permit);
        audit.record(editor.did(
                "budget.permitted", "training-budget", id, known.institution().code(), permit));
        Budget permitted = within(editor, id);
        outbox.publish(BudgetChanged.announcement(permitted));
        return permitted;
    }

    private Budget within(Editor editor, UUID id) {
        Budget found = budgets.find(editor.association(), editor.scope(), id)
                .orElseThrow(() -> Refusal.notFound("budget.unknown", id));
        return budgets.lock(found.institution().id(), found.year()).orElseThrow();
    }

    static Money money(Entry entry, String field, String min) {
        return Money.ofFen(entry.number(field, min, "1000000000000", 0).longValue());
    }

    private Budget recorded(Editor editor, String action, Budget budget) {
        outbox.publish(BudgetChanged.announcement(budget));
        audit.record(editor.did(
                action, "training-budget", budget.id(), budget.institution().code(), budget));
        return budget;
    }
}
