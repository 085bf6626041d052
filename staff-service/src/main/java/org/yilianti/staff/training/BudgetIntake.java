package org.yilianti.staff.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;

/** Takes budgets from a file, a batch at a time in the import's transaction; permits beyond them are granted by form. */
@Component
public class BudgetIntake {

    private final BudgetRepository budgets;
    private final InstitutionDirectory institutions;
    private final AuditTrail audit;
    private final Clock clock;

    BudgetIntake(BudgetRepository budgets, InstitutionDirectory institutions, AuditTrail audit, Clock clock) {
        this.budgets = budgets;
        this.institutions = institutions;
        this.audit = audit;
        this.clock = clock;
    }

    private record Year(InstitutionRef institution, int year) {}

    /** Sets and changes amounts; not below what is committed. */
    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        Map<Year, Budget> known = budgets.lockAll(places.byCode().values()).stream()
                .collect(
                        Collectors.toMap(budget -> new Year(budget.institution(), budget.year()), Function.identity()));
        List<Budget> recorded = new ArrayList<>();
        List<Budget> revised = new ArrayList<>();
        long unchanged = 0;
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = places.own(entry, "institutionCode");
            int year = entry.number("year", "2000", "2200", 0).intValue();
            Money amount = BudgetManagement.money(entry, "amountFen", "0");
            if (!entry.faulty() && place.isPresent()) {
                Budget before = known.get(new Year(place.get(), year));
                Budget told = told(editor, entry, before, place.get(), year, amount);
                if (told == null) {
                    continue;
                }
                if (before == null) {
                    recorded.add(told);
                } else if (told.version() > before.version()) {
                    revised.add(told);
                } else {
                    unchanged++;
                }
            }
        }
        write(editor, recorded, revised);
        return new Taken(recorded.size(), revised.size(), unchanged);
    }

    private void write(Editor editor, List<Budget> recorded, List<Budget> revised) {
        budgets.insert(recorded);
        budgets.update(revised);
        audit.record(
                Stream.concat(traces(editor, "budget.recorded", recorded), traces(editor, "budget.revised", revised))
                        .toList());
    }

    private @Nullable Budget told(
            Editor editor, Entry entry, @Nullable Budget before, InstitutionRef place, int year, Money amount) {
        if (before == null) {
            return Budget.recorded(editor.association(), place, year, amount, clock.instant(), editor.name());
        }
        try {
            return before.revised(amount, clock.instant(), editor.name());
        } catch (Refusal refusal) {
            entry.fault("amountFen", refusal);
            return null;
        }
    }

    private static Stream<AuditRecord> traces(Editor editor, String action, List<Budget> budgets) {
        return budgets.stream()
                .map(budget -> editor.did(
                        action,
                        "training-budget",
                        budget.id(),
                        budget.institution().code(),
                        budget));
    }
}
