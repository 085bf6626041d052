package org.yilianti.staff.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.outbox.Outbox;
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
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    BudgetIntake(
            BudgetRepository budgets, InstitutionDirectory institutions, Outbox outbox, AuditTrail audit, Clock clock) {
        this.budgets = budgets;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    private record Year(InstitutionRef institution, int year) {}

    /** What a sound row says. */
    private record Row(Entry entry, Year of, Money amount) {}

    /** Sets and changes amounts; not below what is committed. */
    public Taken take(Editor editor, List<Entry> entries) {
        List<Row> rows = rows(institutions.named(editor, entries, "institutionCode"), entries);
        Map<Year, Budget> known = known(rows);
        List<Budget> recorded = new ArrayList<>();
        List<Budget> revised = new ArrayList<>();
        long unchanged = 0;
        for (Row row : rows) {
            Budget before = known.get(row.of());
            Budget told = told(editor, row, before);
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
        write(editor, recorded, revised);
        return new Taken(recorded.size(), revised.size(), unchanged);
    }

    /** The sound rows; a year may be written in several ways and is still the same. */
    private static List<Row> rows(Places places, List<Entry> entries) {
        Set<Year> named = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = places.own(entry, "institutionCode");
            int year = entry.number("year", "2000", "2200", 0).intValue();
            Money amount = BudgetManagement.money(entry, "amountFen", "0");
            if (!entry.faulty() && place.isPresent()) {
                Year of = new Year(place.get(), year);
                if (named.add(of)) {
                    rows.add(new Row(entry, of, amount));
                } else {
                    entry.fault("year", "duplicate-key", place.get().code() + " " + year);
                }
            }
        }
        return rows;
    }

    private Map<Year, Budget> known(List<Row> rows) {
        return budgets
                .lockAll(
                        rows.stream().map(row -> row.of().institution().id()).toList(),
                        rows.stream().map(row -> row.of().year()).toList())
                .stream()
                .collect(
                        Collectors.toMap(budget -> new Year(budget.institution(), budget.year()), Function.identity()));
    }

    private void write(Editor editor, List<Budget> recorded, List<Budget> revised) {
        budgets.insert(recorded);
        budgets.update(revised);
        outbox.publish(Stream.concat(recorded.stream(), revised.stream())
                .map(BudgetChanged::announcement)
                .toList());
        audit.record(
                Stream.concat(traces(editor, "budget.recorded", recorded), traces(editor, "budget.revised", revised))
                        .toList());
    }

    /** The budget as the row says; null when it may not be so. */
    private @Nullable Budget told(Editor editor, Row row, @Nullable Budget before) {
        if (before == null) {
            return Budget.recorded(
                    editor.association(),
                    row.of().institution(),
                    row.of().year(),
                    row.amount(),
                    clock.instant(),
                    editor.name());
        }
        try {
            return before.revised(row.amount(), clock.instant(), editor.name());
        } catch (Refusal refusal) {
            row.entry().fault("amountFen", refusal);
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
