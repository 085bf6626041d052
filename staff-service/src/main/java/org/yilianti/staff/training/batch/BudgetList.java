package org.yilianti.staff.training.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.training.BudgetIntake;
import org.yilianti.staff.training.BudgetRepository;

/** {@code training-budgets.v1}: what institutions in scope may spend in a year, in whole fen, without permits beyond it. */
@Component
class BudgetList implements RegistryList {

    private static final Template TEMPLATE = Template.of("training-budgets")
            .columns("institution_code", "year")
            .key()
            .columns("amount_fen");
    private static final SortOrder BY_YEAR = SortOrder.of(null, Map.of("year", "b.budget_year"), "year", "b.id");

    private final BudgetIntake intake;
    private final BudgetRepository budgets;

    BudgetList(BudgetIntake intake, BudgetRepository budgets) {
        this.intake = intake;
        this.budgets = budgets;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** As by form, the association sets what an institution may spend. */
    @Override
    public Set<Role> importers() {
        return Set.of(Role.ASSOCIATION_ADMIN);
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> budgets.list(export.association(), export.scope(), null, null, BY_YEAR, page),
                row -> SortOrder.cursor(row.year(), row.id()),
                page -> page.forEach(row -> rows.accept(List.of(
                        row.institution().code(),
                        Integer.toString(row.year()),
                        Long.toString(row.amount().fen())))));
    }
}
