package org.yilianti.staff.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.PolicyTimeline;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/**
 * Takes who attended how much and passed from a file, a batch at a time in the import's transaction, for the institution that held the session;
 * locks people, then sessions in the order of their ids. A result is recorded once: a wrong one is taken back by form, with its credits.
 */
@Component
public class TrainingResultIntake {

    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final SessionRepository sessions;
    private final NamedSessions names;
    private final CreditBook credits;
    private final MemberDirectory members;
    private final Policies policies;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TrainingResultIntake(
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            SessionRepository sessions,
            NamedSessions names,
            CreditBook credits,
            MemberDirectory members,
            Policies policies,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.enrolments = enrolments;
        this.book = book;
        this.sessions = sessions;
        this.names = names;
        this.credits = credits;
        this.members = members;
        this.policies = policies;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A row that can be judged against its session. */
    private record Row(Entry entry, MemberId member) {}

    /** A batch, and what is to be written of it. */
    private record Batch(
            Editor editor, PolicyTimeline<CreditNeeds> needs, List<Enrolment> ended, List<Credit> earned) {}

    /** Records results of sessions that are over; a row without a result says nothing yet. */
    public Taken take(Editor editor, List<Entry> entries) {
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<String, MemberId> people = members.hold(
                editor.association(),
                everybody,
                entries.stream().map(entry -> entry.key("staffNo")).collect(Collectors.toSet()));
        NamedSessions.Known known = names.of(editor.association(), entries);
        Map<UUID, List<Row>> rows = rows(editor, entries, people, known);
        Batch batch = new Batch(
                editor,
                policies.timeline(editor.association(), CreditNeeds.class, clock.instant()),
                new ArrayList<>(),
                new ArrayList<>());
        long unchanged = 0;
        for (UUID id : rows.keySet().stream().sorted().toList()) {
            Session session =
                    sessions.lock(editor.association(), id).orElseThrow().session();
            Programme course = Objects.requireNonNull(known.courses().get(session.programme()));
            unchanged += taken(batch, session, course, rows.getOrDefault(id, List.of()));
        }
        write(batch);
        return new Taken(batch.ended().size(), 0, unchanged);
    }

    private Map<UUID, List<Row>> rows(
            Editor editor, List<Entry> entries, Map<String, MemberId> people, NamedSessions.Known known) {
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String code = entry.key("institutionCode");
            if (!code.isEmpty() && !editor.scope().permits(code)) {
                entry.fault("institutionCode", "outside-scope", code);
            }
            Optional<UUID> session = known.read(entry);
            String staffNo = entry.text("staffNo", 50);
            MemberId member = people.get(staffNo);
            if (!staffNo.isEmpty() && member == null) {
                entry.fault("staffNo", "unknown-member", staffNo);
            }
            if (!entry.faulty() && session.isPresent() && member != null) {
                rows.computeIfAbsent(session.get(), none -> new ArrayList<>()).add(new Row(entry, member));
            }
        }
        return rows;
    }

    /** Gives how many rows say what is known, or nothing yet. */
    private long taken(Batch batch, Session session, Programme course, List<Row> rows) {
        Map<MemberId, Enrolment> takingPart = new HashMap<>();
        enrolments
                .takingPart(
                        List.of(session.id()), rows.stream().map(Row::member).toList())
                .forEach(enrolment -> takingPart.put(enrolment.member(), enrolment));
        long unchanged = 0;
        for (Row row : rows) {
            Enrolment known = takingPart.get(row.member());
            if (known == null) {
                row.entry().fault("staffNo", "enrolment-none", row.entry().key("staffNo"));
            } else if (Assessed.blank(row.entry())) {
                unchanged++;
            } else {
                unchanged += judged(batch, session, course, row.entry(), known) ? 1 : 0;
            }
        }
        return unchanged;
    }

    /** Whether the row says what is known; otherwise it is faulty or taken. */
    private boolean judged(Batch batch, Session session, Programme course, Entry entry, Enrolment known) {
        Assessed assessed = Assessed.read(entry);
        LocalDate over = session.details().endsOn();
        if (calendar.today().isBefore(over)) {
            entry.fault("startsOn", "session.not-over", over);
        }
        CreditNeeds needs = batch.needs().on(over);
        if (entry.faulty() || assessed.saysAs(known, needs)) {
            return !entry.faulty();
        }
        if (known.result() != null) {
            entry.fault("assessment", "training-result-differs", known.state().code());
            return false;
        }
        try {
            Editor editor = batch.editor();
            Enrolment ended = assessed.of(known, needs, clock.instant(), editor.name());
            batch.ended().add(ended);
            credits.earned(editor, course, ended, over).ifPresent(batch.earned()::add);
        } catch (Refusal refusal) {
            entry.fault("staffNo", refusal);
        }
        return false;
    }

    private void write(Batch batch) {
        book.change(batch.ended());
        credits.enter(batch.editor(), batch.earned());
        audit.record(batch.ended().stream()
                .map(one -> one.trace(batch.editor(), "enrolment.ended"))
                .toList());
    }
}
