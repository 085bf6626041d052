package org.yilianti.staff.assessment.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.assessment.Assessment;
import org.yilianti.staff.assessment.AssessmentDirectory;
import org.yilianti.staff.assessment.AssessmentFilter;
import org.yilianti.staff.assessment.AssessmentIntake;
import org.yilianti.staff.assessment.AssessmentResult;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.Sight;

/** {@code assessments.v1}: results that stand; a licence is assessed once on a day. */
@Component
class AssessmentList implements RegistryList {

    private static final Template TEMPLATE = Template.of("assessments")
            .columns("licence_number", "held_on")
            .key()
            .choice("result", AssessmentResult.class)
            .columns("suspended_from", "note");

    private static final SortOrder BY_DAY = SortOrder.of(null, Map.of("heldOn", "s.held_on"), "heldOn", "s.id");
    private static final AssessmentFilter ALL = new AssessmentFilter(null, null, null);

    private final AssessmentIntake intake;
    private final AssessmentDirectory directory;
    private final LicenceDirectory licences;
    private final AssociationCalendar calendar;

    AssessmentList(
            AssessmentIntake intake,
            AssessmentDirectory directory,
            LicenceDirectory licences,
            AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.licences = licences;
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

    /** By day, so that a failed one comes before its repeat. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, ALL, BY_DAY, page),
                row -> SortOrder.cursor(row.outcome().heldOn(), row.id()),
                page -> cells(export.association(), page).forEach(rows));
    }

    private List<List<@Nullable String>> cells(UUID association, List<Assessment> page) {
        Map<LicenceId, String> numbers = licences.numbers(
                association,
                page.stream().map(row -> new LicenceId(row.licence())).toList());
        return page.stream()
                .filter(row -> row.annulled() == null)
                .map(row -> cells(row, numbers.get(new LicenceId(row.licence()))))
                .toList();
    }

    private static List<@Nullable String> cells(Assessment row, @Nullable String number) {
        Assessment.Failure failure = row.failure();
        return Arrays.asList(
                number,
                row.outcome().heldOn().toString(),
                row.outcome().result().code(),
                failure == null ? null : failure.suspendedFrom().toString(),
                row.outcome().note());
    }
}
