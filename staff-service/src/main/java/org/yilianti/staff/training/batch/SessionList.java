package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.yilianti.staff.training.ProgrammeRepository;
import org.yilianti.staff.training.Session;
import org.yilianti.staff.training.SessionIntake;
import org.yilianti.staff.training.SessionRepository;

/** {@code training-sessions.v1}: sessions that take place, of courses that institutions in scope hold; money in whole fen. */
@Component
class SessionList implements RegistryList {

    /** A course is held once on a day at a place. */
    private static final Template TEMPLATE = Template.of("training-sessions")
            .columns("institution_code", "course", "starts_on", "place")
            .key()
            .columns("ends_on", "apply_until", "capacity", "cost_fen");

    private static final SortOrder BY_DAY = SortOrder.of(null, Map.of("startsOn", "s.starts_on"), "startsOn", "s.id");
    private static final SessionRepository.Filter ALL = new SessionRepository.Filter(null, null, null, null);

    private final SessionIntake intake;
    private final SessionRepository sessions;
    private final ProgrammeRepository programmes;

    SessionList(SessionIntake intake, SessionRepository sessions, ProgrammeRepository programmes) {
        this.intake = intake;
        this.sessions = sessions;
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
                page -> sessions.list(export.association(), ALL, BY_DAY, page),
                row -> SortOrder.cursor(
                        row.session().details().startsOn(), row.session().id()),
                page -> page.stream()
                        .map(SessionRepository.Attended::session)
                        .filter(session ->
                                export.scope().permits(session.institution().code()))
                        .filter(session -> session.state() != Session.State.CANCELLED)
                        .forEach(session -> rows.accept(cells(session))));
    }

    private List<@Nullable String> cells(Session session) {
        Session.Details details = session.details();
        String title = programmes
                .find(session.association(), session.programme())
                .map(course -> course.details().title())
                .orElse(null);
        return Arrays.asList(
                session.institution().code(),
                title,
                details.startsOn().toString(),
                details.place(),
                details.endsOn().toString(),
                details.applyUntil().toString(),
                Integer.toString(details.capacity()),
                Long.toString(details.cost().fen()));
    }
}
