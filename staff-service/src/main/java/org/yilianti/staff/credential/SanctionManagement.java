package org.yilianti.staff.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.credential.Sanction.Kind;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Suspends, resumes and revokes licences: for an office, for the calendar, and as the consequence of an assessment. */
@Service
public class SanctionManagement {

    private final LicenceRepository licences;
    private final SanctionRepository sanctions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    SanctionManagement(
            LicenceRepository licences,
            SanctionRepository sanctions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.licences = licences;
        this.sanctions = sanctions;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Suspends until the first day after, or until resumed when the entry names none; it then ends by itself. */
    @Transactional
    public Licence suspend(Editor editor, LicenceId id, Entry entry) {
        LocalDate from = entry.date("from");
        LocalDate to = entry.optionalDate("to");
        String reason = entry.text("reason", 500);
        if (!entry.faulty() && to != null && !to.isAfter(from)) {
            entry.fault("to", "period-inverted", from, to);
        }
        Licence licence = within(editor, id);
        entry.refuseIfFaulty();
        licence.requireSuspendable(from);
        return change(
                editor,
                licence,
                "licence.suspended",
                (known, decision) -> known.with(Sanction.decided(Kind.SUSPENSION, from, to, reason, decision)));
    }

    /** Lifts what an office or a file suspended, from today unless the entry names a day. */
    @Transactional
    public Licence resume(Editor editor, LicenceId id, Entry entry) {
        LocalDate named = entry.optionalDate("from");
        LocalDate from = named == null ? calendar.today() : named;
        String reason = entry.text("reason", 500);
        Licence licence = within(editor, id);
        entry.refuseIfFaulty();
        licence.requireSuspended();
        if (sanctions.of(id).all().stream().noneMatch(Sanction::openToOffices)) {
            throw Refusal.conflict(
                    "licence.assessment-stands", licence.details().number());
        }
        return change(editor, licence, "licence.resumed", (known, decision) -> known.resumed(from, reason, decision));
    }

    @Transactional
    public Licence revoke(Editor editor, LicenceId id, Entry entry) {
        LocalDate from = entry.date("from");
        String reason = entry.text("reason", 500);
        Licence licence = within(editor, id);
        entry.refuseIfFaulty();
        licence.requireUnrevoked();
        return change(
                editor,
                licence,
                "licence.revoked",
                (known, decision) -> known.with(Sanction.decided(Kind.REVOCATION, from, null, reason, decision)));
    }

    /** The licence, locked until the transaction ends; refuses (404) one outside the editor's scope. */
    @Transactional
    public Licence hold(Editor editor, LicenceId id) {
        return within(editor, id);
    }

    /** Ends the suspensions whose last day has passed; does nothing when there is none. */
    @Transactional
    public void lift(Editor calendarEditor, LicenceId id) {
        LocalDate today = calendar.today();
        licences.lock(calendarEditor.association(), id)
                .ifPresent(licence -> change(
                        calendarEditor, licence, "licence.lifted", (known, decision) -> known.lapsed(today, decision)));
    }

    /** Lets a failed assessment suspend or, the second time, revoke the licence and every renewal of it. */
    @Transactional
    public void impose(Editor editor, LicenceId id, UUID assessment, boolean forGood, LocalDate from, String reason) {
        Kind kind = forGood ? Kind.REVOCATION : Kind.SUSPENSION;
        changeAll(
                editor,
                id,
                "licence." + (forGood ? "revoked" : "suspended"),
                (known, decision) -> known.with(Sanction.following(assessment, kind, from, reason, decision)));
    }

    /** Ends what followed from an assessment, because a later one was passed. */
    @Transactional
    public void end(Editor editor, LicenceId id, UUID assessment, LocalDate day, String reason) {
        changeAll(editor, id, "licence.resumed", (known, decision) -> known.ended(assessment, day, reason, decision));
    }

    /** Takes back what followed from an assessment that was annulled, as if it had never been; even a revocation. */
    @Transactional
    public void takeBack(Editor editor, LicenceId id, UUID assessment, String reason) {
        changeAll(editor, id, "licence.restored", (known, decision) -> known.takenBack(assessment, reason, decision));
    }

    /** Lets what followed from an assessment stand again, because what had ended it was annulled. */
    @Transactional
    public void reopen(Editor editor, LicenceId id, UUID assessment) {
        changeAll(editor, id, "licence.suspended", (known, decision) -> known.reopened(assessment));
    }

    private Licence within(Editor editor, LicenceId id) {
        return licences.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.details().mainInstitutionCode()))
                .orElseThrow(() -> Refusal.notFound("licence.unknown", id));
    }

    private void changeAll(
            Editor editor, LicenceId id, String action, BiFunction<Sanctions, Decision, Sanctions> verb) {
        for (LicenceId one : licences.withRenewals(editor.association(), id)) {
            Licence licence = licences.lock(editor.association(), one).orElseThrow();
            change(editor, licence, action, verb);
        }
    }

    /** Writes the sanctions, and a version of the licence if it stands otherwise now. */
    private Licence change(
            Editor editor, Licence licence, String action, BiFunction<Sanctions, Decision, Sanctions> verb) {
        Decision decision = new Decision(clock.instant(), editor.name());
        Sanctions before = sanctions.of(licence.id());
        Sanctions after = verb.apply(before, decision);
        sanctions.write(editor.association(), List.of(new SanctionRepository.Change(licence.id(), before, after)));
        Licence next = licence.stands(after.standing(), decision);
        if (next.version() > licence.version()) {
            licences.write(List.of(next));
            outbox.publish(next.announcement());
        }
        if (!after.equals(before)) {
            audit.record(next.trace(editor, action));
        }
        return next;
    }
}
