package org.yilianti.staff.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
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
    private final ProgrammeRepository programmes;
    private final Places places;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    SessionIntake(
            SessionRepository sessions,
            ProgrammeRepository programmes,
            Places places,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.places = places;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** Announces and revises, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Collection<Programme> courses = courses(editor, entries);
        Map<String, Attended> known = held(editor, courses);
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Session.Details details = Session.Details.read(entry);
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
                                ? announced(editor, entry, course.get(), details)
                                : revised(editor, entry, before, details));
            }
        }
        return taken;
    }

    private Taken announced(Editor editor, Entry entry, Programme course, Session.Details details) {
        if (details.applyUntil().isBefore(calendar.today())) {
            entry.fault("applyUntil", "in-past", details.applyUntil());
            return Taken.NOTHING;
        }
        Session session = Session.announced(course, details, NONE, editor.name());
        sessions.insert(session);
        trace(editor, "session.announced", session);
        return new Taken(1, 0, 0);
    }

    private Taken revised(Editor editor, Entry entry, Attended known, Session.Details details) {
        Session before = known.session();
        if (before.details().equals(details) && before.state() != Session.State.CANCELLED) {
            return new Taken(0, 0, 1);
        }
        try {
            Session revised = before.revised(details, before.rules(), known.taken() + known.hoping(), known.taken());
            sessions.update(revised);
            places.fill(editor, revised);
            trace(editor, "session.revised", revised);
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

    /** The sessions of the courses, locked in the order of their ids. */
    private Map<String, Attended> held(Editor editor, Collection<Programme> courses) {
        Map<String, Attended> held = new HashMap<>();
        courses.stream()
                .filter(course -> editor.scope().permits(course.institution().code()))
                .flatMap(course -> sessions.ids(editor.association(), course.id()).stream())
                .sorted(Comparator.comparing(Object::toString))
                .flatMap(id -> sessions.lock(editor.association(), id).stream())
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

    private void trace(Editor editor, String action, Session session) {
        audit.record(editor.did(
                action, "training-session", session.id(), session.institution().code(), session));
    }
}
