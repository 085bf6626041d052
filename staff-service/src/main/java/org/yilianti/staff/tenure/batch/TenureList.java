package org.yilianti.staff.tenure.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.tenure.TargetCell;
import org.yilianti.staff.tenure.Tenure;
import org.yilianti.staff.tenure.TenureDirectory;
import org.yilianti.staff.tenure.TenureIntake;

/**
 * {@code director-tenures.v1}: tenures that were not ended before their term, at institutions in scope. A row proposes: agreeing to the
 * targets, results and ends take somebody who decides.
 */
@Component
class TenureList implements RegistryList {

    /** A post has one director at a time. */
    private static final Template TEMPLATE = Template.of("director-tenures")
            .columns("institution_code", "post", "term_from")
            .key()
            .columns("staff_no")
            .choice("method", Tenure.Method.class)
            .columns("announced_on", "candidates", "notice_from", "notice_to", "targets");

    private static final SortOrder BY_TERM = SortOrder.of(null, Map.of("termTo", "t.term_to"), "termTo", "t.id");
    private static final TenureDirectory.Filter ALL = new TenureDirectory.Filter(null, null, false);

    private final TenureIntake intake;
    private final TenureDirectory directory;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    TenureList(TenureIntake intake, TenureDirectory directory, MemberDirectory members, AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.members = members;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
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
                page -> cells(export, page).forEach(rows));
    }

    private List<List<@Nullable String>> cells(Export export, List<Tenure> page) {
        UUID association = export.association();
        Map<MemberId, String> staffNos =
                members.staffNos(association, page.stream().map(Tenure::member).toList());
        return page.stream()
                .filter(row -> row.ending() == null)
                .filter(row -> export.scope().permits(row.institution().code()))
                .map(row -> cells(row, staffNos.get(row.member())))
                .toList();
    }

    private static List<@Nullable String> cells(Tenure row, @Nullable String staffNo) {
        Tenure.Selection selection = row.selection();
        return Arrays.asList(
                row.institution().code(),
                row.post(),
                row.term().from().toString(),
                staffNo,
                selection.method().code(),
                selection.announcedOn().toString(),
                Integer.toString(selection.candidates()),
                selection.notice().from().toString(),
                Objects.toString(selection.notice().to(), null),
                TargetCell.of(row.targets()));
    }
}
