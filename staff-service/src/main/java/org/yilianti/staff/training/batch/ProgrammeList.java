package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.training.CreditClass;
import org.yilianti.staff.training.Programme;
import org.yilianti.staff.training.ProgrammeIntake;
import org.yilianti.staff.training.ProgrammeKind;
import org.yilianti.staff.training.ProgrammeRepository;

/** {@code training-programmes.v1}: courses that institutions in scope hold; one without a last day is a standing one. */
@Component
class ProgrammeList implements RegistryList {

    /** An institution may hold a course of the same title again in later years. */
    private static final Template TEMPLATE = Template.of("training-programmes")
            .columns("institution_code", "title", "valid_from")
            .key()
            .choice("kind", ProgrammeKind.class)
            .choice("credit_class", CreditClass.class)
            .columns("credits", "valid_to");

    private static final SortOrder BY_TITLE = SortOrder.of(null, Map.of("title", "p.title"), "title", "p.id");
    private static final ProgrammeRepository.Filter ALL = new ProgrammeRepository.Filter(null, null, null, null);

    private final ProgrammeIntake intake;
    private final ProgrammeRepository programmes;

    ProgrammeList(ProgrammeIntake intake, ProgrammeRepository programmes) {
        this.intake = intake;
        this.programmes = programmes;
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
        WholeList.forEach(
                page -> programmes.list(export.association(), ALL, BY_TITLE, page),
                row -> SortOrder.cursor(row.details().title(), row.id()),
                page -> page.stream()
                        .filter(row -> export.scope().permits(row.institution().code()))
                        .forEach(row -> rows.accept(cells(row))));
    }

    private static List<@Nullable String> cells(Programme programme) {
        Programme.Details details = programme.details();
        return Arrays.asList(
                programme.institution().code(),
                details.title(),
                details.valid().from().toString(),
                details.kind().code(),
                details.creditClass().code(),
                details.credits().toPlainString(),
                Objects.toString(details.valid().to(), null));
    }
}
