package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.training.Enrolment;
import org.yilianti.staff.training.EnrolmentCells;
import org.yilianti.staff.training.EnrolmentIntake;
import org.yilianti.staff.training.batch.EnrolmentRows.Row;

/** {@code training-enrolments.v1}: who takes part in which session, as its host and whoever pays see it; a new row applies. */
@Component
class EnrolmentList implements RegistryList {

    private static final Template TEMPLATE = Template.of("training-enrolments")
            .columns("institution_code", "course", "starts_on", "place", "staff_no")
            .key()
            .columns("priority")
            .choice("state", Enrolment.State.class)
            .columns("attended_percent");

    private final EnrolmentIntake intake;
    private final EnrolmentRows enrolments;

    EnrolmentList(EnrolmentIntake intake, EnrolmentRows enrolments) {
        this.intake = intake;
        this.enrolments = enrolments;
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
        enrolments.forEach(export, row -> rows.accept(cells(row)));
    }

    private static List<@Nullable String> cells(Row row) {
        return Arrays.asList(
                row.host(),
                row.course().details().title(),
                row.session().details().startsOn().toString(),
                row.session().details().place(),
                row.staffNo(),
                Integer.toString(row.enrolment().priority()),
                row.enrolment().state().code(),
                EnrolmentCells.attended(row.enrolment()));
    }
}
