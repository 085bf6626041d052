package org.yilianti.staff.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.CandidateRepository.Office;
import org.yilianti.staff.training.SessionRepository.Attended;

/**
 * Takes applications for sessions from a file, a batch at a time in the import's transaction. Withdrawals and results take a form. Locks
 * people, then sessions, then budgets, each all at once and in the order of their keys.
 */
@Component
public class EnrolmentIntake {

    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final SessionRepository sessions;
    private final NamedSessions names;
    private final CandidateRepository candidates;
    private final Placement placement;
    private final MemberDirectory members;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    EnrolmentIntake(
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            SessionRepository sessions,
            NamedSessions names,
            CandidateRepository candidates,
            Placement placement,
            MemberDirectory members,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.enrolments = enrolments;
        this.book = book;
        this.sessions = sessions;
        this.names = names;
        this.candidates = candidates;
        this.placement = placement;
        this.members = members;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A row that can be judged against its session. */
    private record Row(Entry entry, MemberId member, int priority) {}

    /** Somebody in a session. */
    private record Part(UUID session, MemberId member) {}

    /** Who of a batch takes part already, and where everybody has offices. */
    private record Known(Map<Part, Enrolment> parts, Map<MemberId, List<Office>> offices) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, MemberId> people = members.hold(
                editor.association(), Sight.of(editor.scope(), calendar.today()), keys(entries, "staffNo"));
        Map<UUID, List<Row>> rows = rows(entries, people, names.of(editor.association(), entries));
        List<Attended> held = sessions.lockAll(editor.association(), rows.keySet());
        Known known = new Known(
                parts(rows.keySet(), people.values()), candidates.offices(editor.association(), people.values()));
        List<Admission> admissions = new ArrayList<>();
        long unchanged = 0;
        for (Attended session : held) {
            Admission admission = new Admission(editor, session, clock.instant(), calendar.today());
            admissions.add(admission);
            for (Row row : rows.getOrDefault(session.session().id(), List.of())) {
                unchanged += recognised(row, session, admission, known) ? 1 : 0;
            }
        }
        List<Enrolment> applied = placed(admissions);
        write(editor, applied);
        return new Taken(applied.size(), 0, unchanged);
    }

    private static Map<UUID, List<Row>> rows(
            List<Entry> entries, Map<String, MemberId> people, NamedSessions.Known known) {
        Map<UUID, List<Row>> rows = new HashMap<>();
        for (Entry entry : entries) {
            Optional<UUID> session = known.read(entry);
            Optional<Row> row = row(entry, people);
            if (session.isPresent() && row.isPresent()) {
                rows.computeIfAbsent(session.get(), none -> new ArrayList<>()).add(row.get());
            }
        }
        return rows;
    }

    private static Optional<Row> row(Entry entry, Map<String, MemberId> people) {
        String staffNo = entry.text("staffNo", 50);
        int priority = entry.number("priority", "0", "10", 0).intValue();
        MemberId member = people.get(staffNo);
        if (!staffNo.isEmpty() && member == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        return entry.faulty() || member == null ? Optional.empty() : Optional.of(new Row(entry, member, priority));
    }

    private Map<Part, Enrolment> parts(Collection<UUID> sessions, Collection<MemberId> people) {
        return enrolments.takingPart(sessions, people).stream()
                .collect(Collectors.toMap(one -> new Part(one.session(), one.member()), Function.identity()));
    }

    /** Whether a row says what is known; else somebody new applies, or the row has a fault. */
    private static boolean recognised(Row row, Attended attended, Admission admission, Known known) {
        Entry entry = row.entry();
        Enrolment before = known.parts().get(new Part(attended.session().id(), row.member()));
        if (before == null) {
            admission.apply(entry, row.member(), row.priority(), known.offices().getOrDefault(row.member(), List.of()));
        } else if (EnrolmentCells.differs(entry, row.priority(), before)) {
            entry.fault("staffNo", "enrolment-differs", before.state().code());
        }
        return before != null && !entry.faulty();
    }

    private List<Enrolment> placed(List<Admission> admissions) {
        Funds funds = placement.funds(
                admissions.stream().flatMap(one -> one.applied().stream()).toList());
        return admissions.stream().flatMap(one -> one.placed(funds).stream()).toList();
    }

    private void write(Editor editor, List<Enrolment> applied) {
        book.enter(applied);
        audit.record(applied.stream()
                .map(one -> one.trace(editor, "enrolment.applied"))
                .toList());
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        return entries.stream().map(entry -> entry.key(field)).collect(Collectors.toSet());
    }
}
