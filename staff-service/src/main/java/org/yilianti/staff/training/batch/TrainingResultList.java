package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.training.Enrolment.Result;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.EnrolmentCells;
import org.yilianti.staff.training.TrainingResult;
import org.yilianti.staff.training.TrainingResultIntake;
import org.yilianti.staff.training.batch.EnrolmentRows.Row;

/**
 * {@code training-results.v1}: who attended how much of a session and passed, at the institution that held it. Whoever had a place in a session
 * that is over has a row, which is blank until somebody fills it in.
 */
@Component
class TrainingResultList implements RegistryList {

    private static final Template TEMPLATE = Template.of("training-results")
            .columns("institution_code", "course", "starts_on", "place", "staff_no")
            .key()
            .columns("attended_percent")
            .choice("assessment", TrainingResult.class)
            .columns("note");

    private final TrainingResultIntake intake;
    private final EnrolmentRows enrolments;
    private final AssociationCalendar calendar;

    TrainingResultList(TrainingResultIntake intake, EnrolmentRows enrolments, AssociationCalendar calendar) {
        this.intake = intake;
        this.enrolments = enrolments;
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
        enrolments.forEach(export, row -> {
            if (export.scope().permits(row.host()) && over(row)) {
                rows.accept(cells(row));
            }
        });
    }

    private boolean over(Row row) {
        return row.enrolment().result() != null
                || (row.enrolment().state() == State.ENROLLED
                        && !calendar.today().isBefore(row.session().details().endsOn()));
    }

    private static List<@Nullable String> cells(Row row) {
        Optional<Result> result = Optional.ofNullable(row.enrolment().result());
        return Arrays.asList(
                row.host(),
                row.course().details().title(),
                row.session().details().startsOn().toString(),
                row.session().details().place(),
                row.staffNo(),
                EnrolmentCells.attended(row.enrolment()),
                result.map(known -> row.enrolment().state().code()).orElse(null),
                result.map(Result::note).orElse(null));
    }
}
