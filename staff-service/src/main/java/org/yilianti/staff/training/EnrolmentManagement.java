package org.yilianti.staff.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SessionRepository.Attended;

/** Applications, withdrawals and results; locks the person, then the session, then budgets. */
@Service
public class EnrolmentManagement {

    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final SessionRepository sessions;
    private final ProgrammeRepository programmes;
    private final CandidateRepository candidates;
    private final Placement placement;
    private final CreditBook credits;
    private final MemberManagement members;
    private final MemberDirectory directory;
    private final Policies policies;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    EnrolmentManagement(
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            SessionRepository sessions,
            ProgrammeRepository programmes,
            CandidateRepository candidates,
            Placement placement,
            CreditBook credits,
            MemberManagement members,
            MemberDirectory directory,
            Policies policies,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.enrolments = enrolments;
        this.book = book;
        this.sessions = sessions;
        this.programmes = programmes;
        this.candidates = candidates;
        this.placement = placement;
        this.credits = credits;
        this.members = members;
        this.directory = directory;
        this.policies = policies;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** An enrolment and its session, both locked, with the person. */
    private record Held(Enrolment enrolment, Attended attended) {}

    /** Applies for somebody; without criteria the place is given at once, or they wait, or the budget does not cover it (409). */
    @Transactional
    public Enrolment apply(Editor editor, MemberId member, UUID sessionId, Entry entry) {
        int priority = entry.number("priority", "0", "10", 0).intValue();
        members.hold(editor, member);
        Attended attended = sessions.lock(editor.association(), sessionId)
                .orElseThrow(() -> Refusal.notFound("session.unknown", sessionId));
        entry.refuseIfFaulty();
        Session session = attended.session();
        session.requireOpen(calendar.today());
        if (enrolments.takesPart(sessionId, member)) {
            throw Refusal.conflict("enrolment.exists").at("/memberId");
        }
        InstitutionRef office = candidates
                .office(editor.association(), member, session.details().startsOn())
                .orElseThrow(
                        () -> Refusal.invalid("enrolment.no-main-appointment").at("/memberId"));
        State state = session.admits(attended.taken());
        Enrolment enrolment =
                Enrolment.applied(session, member, office, priority, state, clock.instant(), editor.name());
        requireFunds(enrolment);
        book.enter(List.of(enrolment));
        return recorded(editor, "enrolment.applied", enrolment);
    }

    /** Gives up a place or an application; before the session begins the place goes to whoever waits first. */
    @Transactional
    public Enrolment withdraw(Editor editor, UUID id) {
        Held held = held(editor, id, true);
        Session session = held.attended().session();
        Enrolment withdrawn = held.enrolment().withdrawn();
        book.change(List.of(withdrawn));
        if (held.enrolment().state() == State.ENROLLED
                && calendar.today().isBefore(session.details().startsOn())) {
            placement.fill(editor, session);
        }
        return recorded(editor, "enrolment.withdrawn", withdrawn);
    }

    /** Records attendance and assessment when the session is over; whoever passes earns its credits. */
    @Transactional
    public Enrolment end(Editor editor, UUID id, Entry entry) {
        Assessed assessed = Assessed.read(entry);
        Held held = held(editor, id, false);
        entry.refuseIfFaulty();
        LocalDate over = held.attended().session().details().endsOn();
        if (calendar.today().isBefore(over)) {
            throw Refusal.conflict("session.not-over", over);
        }
        CreditNeeds needs = policies.inForce(editor.association(), CreditNeeds.class, over);
        Enrolment ended = assessed.of(held.enrolment(), needs, clock.instant(), editor.name());
        book.change(List.of(ended));
        Programme programme = programmes
                .find(editor.association(), held.attended().session().programme())
                .orElseThrow();
        credits.enter(
                editor, credits.earned(editor, programme, ended, over).stream().toList());
        return recorded(editor, "enrolment.ended", ended);
    }

    /** Takes a wrong result back, with the credits that it brought. */
    @Transactional
    public Enrolment reopen(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        Held held = held(editor, id, false);
        entry.refuseIfFaulty();
        Enrolment reopened = held.enrolment().reopened();
        book.change(List.of(reopened));
        credits.takeBack(editor, id, reason);
        return recorded(editor, "enrolment.reopened", reopened);
    }

    private void requireFunds(Enrolment enrolment) {
        if (enrolment.state() == State.ENROLLED) {
            Funds funds = placement.funds(List.of(enrolment));
            if (!funds.take(enrolment)) {
                throw funds.exceeded(enrolment);
            }
        }
    }

    /** Locks the person and the session; refuses (404) who is neither of the institution that holds it nor, if wanted, of the payer. */
    private Held held(Editor editor, UUID id, boolean payerToo) {
        Enrolment found =
                enrolments.find(editor.association(), id).orElseThrow(() -> Refusal.notFound("enrolment.unknown", id));
        directory.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), found.member());
        Attended attended = sessions.lock(editor.association(), found.session()).orElseThrow();
        InstitutionScope scope = editor.scope();
        boolean host = scope.permits(attended.session().institution().code());
        boolean payer = payerToo && scope.permits(found.institution().code());
        if (!host && !payer) {
            throw Refusal.notFound("enrolment.unknown", id);
        }
        return new Held(enrolments.find(editor.association(), id).orElseThrow(), attended);
    }

    private Enrolment recorded(Editor editor, String action, Enrolment enrolment) {
        audit.record(enrolment.trace(editor, action));
        return enrolment;
    }
}
