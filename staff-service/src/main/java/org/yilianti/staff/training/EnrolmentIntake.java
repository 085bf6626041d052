package org.yilianti.staff.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
 * people, then sessions, then budgets, session by session: what one commits is not there for the next.
 */
@Component
public class EnrolmentIntake {

    private final EnrolmentRepository enrolments;
    private final SessionRepository sessions;
    private final NamedSessions names;
    private final CandidateRepository candidates;
    private final Places places;
    private final MemberDirectory members;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    EnrolmentIntake(
            EnrolmentRepository enrolments,
            SessionRepository sessions,
            NamedSessions names,
            CandidateRepository candidates,
            Places places,
            MemberDirectory members,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.names = names;
        this.candidates = candidates;
        this.places = places;
        this.members = members;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A row that can be judged against its session. */
    private record Row(Entry entry, MemberId member, int priority) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, MemberId> people = members.hold(
                editor.association(), Sight.of(editor.scope(), calendar.today()), keys(entries, "staffNo"));
        NamedSessions.Known known = names.of(editor.association(), entries);
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Optional<UUID> session = known.read(entry);
            Optional<Row> row = row(entry, people);
            if (session.isPresent() && row.isPresent()) {
                rows.computeIfAbsent(session.get(), none -> new ArrayList<>()).add(row.get());
            }
        }
        Map<MemberId, List<Office>> offices = candidates.offices(editor.association(), people.values());
        Taken taken = Taken.NOTHING;
        for (UUID session : rows.keySet().stream().sorted().toList()) {
            taken = taken.plus(taken(editor, session, rows.getOrDefault(session, List.of()), offices));
        }
        return taken;
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

    private Taken taken(Editor editor, UUID id, List<Row> rows, Map<MemberId, List<Office>> offices) {
        Attended attended = sessions.lock(editor.association(), id).orElseThrow();
        Map<MemberId, Enrolment> takingPart = new HashMap<>();
        enrolments.takingPart(id).forEach(enrolment -> takingPart.put(enrolment.member(), enrolment));
        Admission admission = new Admission(editor, attended, clock.instant(), calendar.today());
        long unchanged = 0;
        for (Row row : rows) {
            Enrolment before = takingPart.get(row.member());
            if (before == null) {
                admission.apply(
                        row.entry(), row.member(), row.priority(), offices.getOrDefault(row.member(), List.of()));
            } else if (EnrolmentCells.differs(row.entry(), before)) {
                row.entry().fault("staffNo", "enrolment-differs", before.state().code());
            } else {
                unchanged++;
            }
        }
        List<Enrolment> applied = admission.placed(places.funds(attended.session(), admission.applied()));
        write(editor, applied);
        return new Taken(applied.size(), 0, unchanged);
    }

    private void write(Editor editor, List<Enrolment> applied) {
        enrolments.insert(applied);
        audit.record(applied.stream()
                .map(one -> one.trace(editor, "enrolment.applied"))
                .toList());
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        return entries.stream().map(entry -> entry.key(field)).collect(Collectors.toSet());
    }
}
