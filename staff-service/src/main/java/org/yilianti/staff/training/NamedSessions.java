package org.yilianti.staff.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Entry;

/** Sessions as rows of files name them. */
@Component
class NamedSessions {

    private final ProgrammeRepository programmes;
    private final SessionRepository sessions;

    NamedSessions(ProgrammeRepository programmes, SessionRepository sessions) {
        this.programmes = programmes;
        this.sessions = sessions;
    }

    /** Institution that holds the course, the course, the first day and the place. */
    private record Name(String institution, String course, LocalDate on, String place) {}

    /** Those of the courses and days that a batch names, but for cancelled ones. */
    record Known(Map<UUID, Programme> courses, Map<Name, UUID> ids) {

        /** Faults a row that names none of them. */
        Optional<UUID> read(Entry entry) {
            Name named = new Name(
                    entry.text("institutionCode", 50),
                    entry.text("course", 200),
                    entry.date("startsOn"),
                    entry.text("place", 200));
            UUID session = ids.get(named);
            if (!entry.faulty() && session == null) {
                entry.fault(
                        "course", "unknown-session", named.course(), named.institution(), named.on(), named.place());
            }
            return Optional.ofNullable(session);
        }
    }

    Known of(UUID association, List<Entry> entries) {
        Set<String> titles = entries.stream().map(entry -> entry.key("course")).collect(Collectors.toSet());
        Map<UUID, Programme> courses = programmes.titled(association, titles).stream()
                .collect(Collectors.toMap(Programme::id, course -> course));
        Map<Name, UUID> ids = new HashMap<>();
        sessions.of(courses.keySet(), days(entries)).forEach(session -> {
            Programme course = courses.get(session.programme());
            if (course != null && session.state() != Session.State.CANCELLED) {
                ids.put(
                        new Name(
                                course.institution().code(),
                                course.details().title(),
                                session.details().startsOn(),
                                session.details().place()),
                        session.id());
            }
        });
        return new Known(courses, ids);
    }

    /** The days that can be read; the others are faults when their rows are. */
    private static Set<LocalDate> days(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(new Entry(entry::raw).optionalDate("startsOn")).stream())
                .collect(Collectors.toSet());
    }
}
