package org.yilianti.staff.training;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SessionRepository.Attended;

/** Announces sessions, gives their places and cancels them. */
@Service
public class SessionManagement {

    private final SessionRepository sessions;
    private final ProgrammeRepository programmes;
    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final Placement placement;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    SessionManagement(
            SessionRepository sessions,
            ProgrammeRepository programmes,
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            Placement placement,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.enrolments = enrolments;
        this.book = book;
        this.placement = placement;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** How many criteria and tie measures an entry holds. */
    public record Lengths(int criteria, int ties) {}

    /** What a selection decided: kept in the audit trail. */
    record Selection(Session session, List<Enrolment> ranking) {}

    /** Announces a session within the days of its course. */
    @Transactional
    public Session announce(Editor editor, UUID programmeId, Entry entry, Lengths lengths) {
        Programme programme = programmes
                .find(editor.association(), programmeId)
                .orElseThrow(() -> Refusal.notFound("programme.unknown", programmeId));
        editor.require(programme.institution().code());
        Session.Details details = Session.Details.read(entry);
        SelectionRules rules = SelectionRules.read(entry, lengths.criteria(), lengths.ties());
        if (!entry.faulty() && details.applyUntil().isBefore(calendar.today())) {
            entry.fault("applyUntil", "in-past", details.applyUntil());
        }
        judge(entry, programme, details);
        Session session = Session.announced(programme, details, rules, editor.name());
        sessions.insert(List.of(session));
        return recorded(editor, "session.announced", session, session);
    }

    /** Changes a session; more places go to those who wait. */
    @Transactional
    public Session revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry, Lengths lengths) {
        Attended known = within(editor, id);
        expected.check(known.session().version());
        Session.Details details = Session.Details.read(entry);
        SelectionRules rules = SelectionRules.read(entry, lengths.criteria(), lengths.ties());
        judge(entry, programme(known.session()), details);
        Session revised = known.session().revised(details, rules, known.taken() + known.hoping(), known.taken());
        if (revised.version() > known.session().version()) {
            sessions.update(List.of(revised));
            if (!revised.details().pricedAs(known.session().details())) {
                book.reprice(List.of(revised));
            }
            placement.fill(editor, revised);
            recorded(editor, "session.revised", revised, revised);
        }
        return revised;
    }

    /** Gives the places by the published criteria, once applications have closed. */
    @Transactional
    public Session select(Editor editor, UUID id) {
        Session selected = within(editor, id).session().selected(calendar.today());
        CreditNeeds needs = policies.inForce(
                editor.association(), CreditNeeds.class, selected.details().startsOn());
        List<Enrolment> ranking =
                placement.select(selected, programme(selected).details().kind(), needs);
        sessions.update(List.of(selected));
        return recorded(editor, "session.selected", selected, new Selection(selected, ranking));
    }

    /** Cancels a session: nobody takes part and nothing stays committed. */
    @Transactional
    public Session cancel(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        Session known = within(editor, id).session();
        entry.refuseIfFaulty();
        Session cancelled = known.cancelled(reason, enrolments.count(id, State.PASSED, State.FAILED));
        for (State state : List.of(State.APPLIED, State.WAITING, State.ENROLLED)) {
            book.change(
                    enrolments.of(id, state).stream().map(Enrolment::cancelled).toList());
        }
        sessions.update(List.of(cancelled));
        return recorded(editor, "session.cancelled", cancelled, cancelled);
    }

    private Programme programme(Session session) {
        return programmes.find(session.association(), session.programme()).orElseThrow();
    }

    private Attended within(Editor editor, UUID id) {
        return sessions.lock(editor.association(), id)
                .filter(known ->
                        editor.scope().permits(known.session().institution().code()))
                .orElseThrow(() -> Refusal.notFound("session.unknown", id));
    }

    /** Refuses (422) with every fault, also a session outside the days of its course. */
    private static void judge(Entry entry, Programme programme, Session.Details details) {
        var valid = programme.details().valid();
        if (!entry.faulty() && !(valid.contains(details.startsOn()) && valid.contains(details.endsOn()))) {
            entry.fault("startsOn", "outside-course", valid.from(), String.valueOf(valid.to()));
        }
        entry.refuseIfFaulty();
    }

    private Session recorded(Editor editor, String action, Session session, Object detail) {
        outbox.publish(SessionChanged.announcement(session));
        audit.record(editor.did(
                action, "training-session", session.id(), session.institution().code(), detail));
        return session;
    }
}
