package org.yilianti.staff.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.training.SessionRepository.Attended;

/**
 * Takes sessions from a file, a batch at a time in the import's transaction. New ones are first come, first served: criteria by which
 * places are given are published by form; those of a known session stay as they are.
 */
@Component
public class SessionIntake {

    private static final SelectionRules NONE = new SelectionRules(List.of(), List.of());

    private final SessionRepository sessions;
    private final EnrolmentBook book;
    private final ProgrammeRepository programmes;
    private final Placement placement;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    SessionIntake(
            SessionRepository sessions,
            EnrolmentBook book,
            ProgrammeRepository programmes,
            Placement placement,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.sessions = sessions;
        this.book = book;
        this.programmes = programmes;
        this.placement = placement;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** What a row says, however sound it is. */
    private record Row(Entry entry, Session.Details details) {}

    /** What is to be written of a batch. */
    private record Batch(
            Editor editor,
            List<Session> announced,
            List<Session> revised,
            List<Session> repriced,
            Map<UUID, Long> free) {}

    /** Announces and revises, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Collection<Programme> courses = courses(editor, entries);
        List<Row> rows = entries.stream()
                .map(entry -> new Row(entry, Session.Details.read(entry)))
                .toList();
        Map<String, Attended> known = held(editor, courses, rows);
        Batch batch = new Batch(editor, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Taken taken = Taken.NOTHING;
        for (Row row : rows) {
            Entry entry = row.entry();
            Session.Details details = row.details();
            String code = entry.text("institutionCode", 50);
            String title = entry.text("course", 200);
            if (!code.isEmpty() && !editor.scope().permits(code)) {
                entry.fault("institutionCode", "outside-scope", code);
            }
            Optional<Programme> course = entry.faulty() ? Optional.empty() : course(courses, code, title, details);
            if (!entry.faulty() && course.isEmpty()) {
                entry.fault("course", "unknown-course", title, code, details.startsOn());
            }
            if (course.isPresent()) {
                Attended before = known.get(key(course.get(), details));
                taken = taken.plus(
                        before == null
                                ? announced(batch, entry, course.get(), details)
                                : revised(batch, entry, before, details));
            }
        }
        write(batch);
        return taken;
    }

    private Taken announced(Batch batch, Entry entry, Programme course, Session.Details details) {
        if (details.applyUntil().isBefore(calendar.today())) {
            entry.fault("applyUntil", "in-past", details.applyUntil());
            return Taken.NOTHING;
        }
        batch.announced()
                .add(Session.announced(course, details, NONE, batch.editor().name()));
        return new Taken(1, 0, 0);
    }

    /** The places that are free in the session then are given when all rows are read. */
    private static Taken revised(Batch batch, Entry entry, Attended known, Session.Details details) {
        Session before = known.session();
        if (before.details().equals(details) && before.state() != Session.State.CANCELLED) {
            return new Taken(0, 0, 1);
        }
        try {
            Session revised = before.revised(details, before.rules(), known.taken() + known.hoping(), known.taken());
            batch.revised().add(revised);
            if (!details.pricedAs(before.details())) {
                batch.repriced().add(revised);
            }
            batch.free().put(revised.id(), details.capacity() - known.taken());
            return new Taken(0, 1, 0);
        } catch (Refusal refusal) {
            String pointer = refusal.violations().stream()
                    .map(Violation::pointer)
                    .findFirst()
                    .orElse("/course");
            entry.fault(pointer.substring(1), refusal.code(), refusal.args());
            return Taken.NOTHING;
        }
    }

    private static Optional<Programme> course(
            Collection<Programme> courses, String code, String title, Session.Details details) {
        return courses.stream()
                .filter(course -> course.institution().code().equals(code)
                        && course.details().title().equals(title))
                .filter(course -> course.details().valid().contains(details.startsOn())
                        && course.details().valid().contains(details.endsOn()))
                .findFirst();
    }

    private Collection<Programme> courses(Editor editor, List<Entry> entries) {
        Set<String> titles = new HashSet<>();
        entries.forEach(entry -> titles.add(entry.key("course")));
        return programmes.titled(editor.association(), titles);
    }

    /** The sessions of the courses on the days that the rows name, locked in the order of their ids. */
    private Map<String, Attended> held(Editor editor, Collection<Programme> courses, List<Row> rows) {
        List<UUID> own = courses.stream()
                .filter(course -> editor.scope().permits(course.institution().code()))
                .map(Programme::id)
                .toList();
        Set<LocalDate> days = rows.stream().map(row -> row.details().startsOn()).collect(Collectors.toSet());
        Map<String, Attended> held = new HashMap<>();
        sessions.lockAll(editor.association(), sessions.ids(own, days))
                .forEach(session -> held.merge(key(session), session, SessionIntake::standing));
        return held;
    }

    private static Attended standing(Attended one, Attended other) {
        return one.session().state() == Session.State.CANCELLED ? other : one;
    }

    private static String key(Programme course, Session.Details details) {
        return course.id() + " " + details.startsOn() + " " + details.place();
    }

    private static String key(Attended known) {
        Session session = known.session();
        return session.programme() + " " + session.details().startsOn() + " "
                + session.details().place();
    }

    private void write(Batch batch) {
        sessions.insert(batch.announced());
        sessions.update(batch.revised());
        told(batch.editor(), "session.announced", batch.announced());
        told(batch.editor(), "session.revised", batch.revised());
        book.reprice(batch.repriced());
        placement.fill(batch.editor(), batch.free());
    }

    private void told(Editor editor, String action, List<Session> changed) {
        outbox.publish(changed.stream().map(SessionChanged::announcement).toList());
        audit.record(changed.stream()
                .map(session -> editor.did(
                        action,
                        "training-session",
                        session.id(),
                        session.institution().code(),
                        session))
                .toList());
    }
}
