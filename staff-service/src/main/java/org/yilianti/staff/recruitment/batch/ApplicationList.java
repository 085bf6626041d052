package org.yilianti.staff.recruitment.batch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.ApplicationDirectory;
import org.yilianti.staff.recruitment.ApplicationIntake;
import org.yilianti.staff.recruitment.ApplicationSheet;
import org.yilianti.staff.recruitment.PositionRepository;

/**
 * {@code recruitment-applications.v2}: candidates of the offices that hold the campaign or have the position; numbers are masked unless
 * they are revealed. New ones come in while the window is open; whether somebody may compete is decided one by one, and scores are a list
 * of their own.
 */
@Component
class ApplicationList implements RegistryList {

    private static final SortOrder BY_NAME =
            SortOrder.of(null, Map.of("name", ApplicationDirectory.NAME), "name", "a.id");
    private static final ApplicationDirectory.Filter ALL = new ApplicationDirectory.Filter(null, null, null, null);

    private final ApplicationIntake intake;
    private final ApplicationDirectory directory;
    private final PositionRepository positions;

    ApplicationList(ApplicationIntake intake, ApplicationDirectory directory, PositionRepository positions) {
        this.intake = intake;
        this.directory = directory;
        this.positions = positions;
    }

    @Override
    public Template template() {
        return ApplicationSheet.TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> directory.list(export.association(), export.scope(), ALL, BY_NAME, page),
                row -> SortOrder.cursor(row.candidate().name(), row.id()),
                page -> rows(page, export.revealed(), rows));
    }

    private void rows(List<Application> page, boolean revealed, Consumer<List<@Nullable String>> rows) {
        Map<UUID, Integer> numbers = positions.numbers(
                page.stream().map(Application::campaign).distinct().toList());
        page.forEach(
                row -> rows.accept(ApplicationSheet.cells(row, numbers.getOrDefault(row.position(), 0), revealed)));
    }
}
