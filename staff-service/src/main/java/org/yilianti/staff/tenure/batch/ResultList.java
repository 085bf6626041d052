package org.yilianti.staff.tenure.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.tenure.ReachedCell;
import org.yilianti.staff.tenure.ResultIntake;
import org.yilianti.staff.tenure.ResultRepository;
import org.yilianti.staff.tenure.Tenure;
import org.yilianti.staff.tenure.TenureDirectory;
import org.yilianti.staff.tenure.TenureResult;

/**
 * {@code tenure-results.v1}: what directors reached in the years of their terms, year 0 the whole term, at institutions in scope, those
 * who left early as well. A row proposes: confirming it takes somebody else.
 */
@Component
class ResultList implements RegistryList {

    private static final Template TEMPLATE = Template.of("tenure-results")
            .columns("institution_code", "post", "term_from", "year")
            .key()
            .columns("reached");
    private static final SortOrder BY_TERM = SortOrder.of(null, Map.of("termTo", "t.term_to"), "termTo", "t.id");
    private static final TenureDirectory.Filter ALL = new TenureDirectory.Filter(null, null, false);

    private final ResultIntake intake;
    private final TenureDirectory directory;
    private final ResultRepository results;
    private final AssociationCalendar calendar;

    ResultList(ResultIntake intake, TenureDirectory directory, ResultRepository results, AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.results = results;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Set<Role> importers() {
        return Set.of(Role.HR_OFFICER, Role.EVALUATOR);
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, ALL, BY_TERM, page),
                row -> SortOrder.cursor(Objects.requireNonNull(row.term().to()), row.id()),
                page -> rows(export, page, rows));
    }

    private void rows(Export export, List<Tenure> page, Consumer<List<@Nullable String>> rows) {
        List<Tenure> seen = page.stream()
                .filter(tenure -> export.scope().permits(tenure.institution().code()))
                .toList();
        Map<UUID, List<TenureResult>> kept =
                results.of(seen.stream().map(Tenure::id).toList());
        seen.forEach(tenure ->
                kept.getOrDefault(tenure.id(), List.of()).forEach(result -> rows.accept(cells(tenure, result))));
    }

    private static List<@Nullable String> cells(Tenure tenure, TenureResult result) {
        return Arrays.asList(
                tenure.institution().code(),
                tenure.post(),
                tenure.term().from().toString(),
                Integer.toString(result.year()),
                ReachedCell.of(result.reached()));
    }
}
