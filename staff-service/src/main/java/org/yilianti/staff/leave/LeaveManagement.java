package org.yilianti.staff.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** Grants leave of absence, corrects it and takes people back. */
@Service
public class LeaveManagement {

    private final LeaveRepository leaves;
    private final MemberManagement members;
    private final LeaveEffects effects;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LeaveManagement(
            LeaveRepository leaves,
            MemberManagement members,
            LeaveEffects effects,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.leaves = leaves;
        this.members = members;
        this.effects = effects;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the audit trail keeps of a leave: not why. */
    record Trace(
            MemberId member,
            int revision,
            LocalDate from,
            @Nullable LocalDate to) {

        static Trace of(Leave leave) {
            return new Trace(
                    leave.member(),
                    leave.revision(),
                    leave.days().from(),
                    leave.days().to());
        }
    }

    /** Grants leave; refuses (422) days on which the person is away already. */
    @Transactional
    public Leave grant(Editor editor, MemberId member, Entry entry) {
        members.hold(editor, member);
        LeaveKind kind = entry.choice("kind", LeaveKind.class);
        DatePeriod days = entry.period("validFrom", "validTo");
        Recording now = recording(editor, entry.optionalText("reason", 500));
        judge(entry, member, null, days);
        Leave leave = Leave.granted(editor.association(), member, kind, days, now);
        write(editor, "leave.granted", leave);
        return leave;
    }

    /** Corrects what is believed, past and future; what was believed before stays known. */
    @Transactional
    public Leave correct(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Leave known = held(editor, id);
        expected.check(known.revision());
        LeaveKind kind = entry.choice("kind", LeaveKind.class);
        DatePeriod days = entry.period("validFrom", "validTo");
        Recording now = recording(editor, entry.text("reason", 500));
        judge(entry, known.member(), id, days);
        return replace(editor, "leave.corrected", known, known.corrected(kind, days, now));
    }

    /** Somebody is back earlier than believed; refuses (422) a day outside the leave. */
    @Transactional
    public Leave comeBack(Editor editor, UUID id, Entry entry) {
        Leave known = held(editor, id);
        LocalDate day = entry.date("on");
        Recording now = recording(editor, entry.optionalText("reason", 500));
        if (!entry.faulty()) {
            known.objectionToReturn(day).ifPresent(entry::fault);
        }
        entry.refuseIfFaulty();
        DatePeriod days = known.days().endedAt(day);
        return replace(editor, "leave.ended", known, known.corrected(known.kind(), days, now));
    }

    /** Takes back a leave that was recorded by mistake or never taken. */
    @Transactional
    public Leave annul(Editor editor, UUID id, Entry entry) {
        Leave known = held(editor, id);
        Recording now = recording(editor, entry.text("reason", 500));
        entry.refuseIfFaulty();
        Leave annulled = known.superseded(now);
        leaves.supersede(annulled);
        outbox.publish(annulled.annulment());
        trace(editor, "leave.annulled", annulled);
        return annulled;
    }

    /** Hands leave over when two records of one person become one; refuses (409) days that both are away. */
    @Transactional
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        Recording now = recording(editor, "member merged");
        for (Leave leave : leaves.of(duplicate, null, null)) {
            if (overlapping(survivor, null, leave.days()).isPresent()) {
                throw Refusal.conflict("leave.both-away", leave.days().from()).at("/duplicateId");
            }
            replace(editor, "leave.handed-over", leave, leave.movedTo(survivor, now));
        }
    }

    /** The leave believed now, its holder locked; refuses (404) one out of the editor's scope. */
    private Leave held(Editor editor, UUID id) {
        Refusal unknown = Refusal.notFound("leave.unknown", id);
        Sight sight = Sight.of(editor.scope(), calendar.today());
        MemberId holder = leaves.revisions(editor.association(), sight, id).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> unknown)
                .member();
        members.hold(editor, holder);
        return leaves.believed(editor.association(), id)
                .filter(leave -> leave.member().equals(holder))
                .orElseThrow(() -> unknown);
    }

    private void judge(Entry entry, MemberId member, @Nullable UUID itself, DatePeriod days) {
        if (!entry.faulty()) {
            overlapping(member, itself, days)
                    .ifPresent(other -> entry.fault(
                            "validFrom", "leave-overlaps", other.days().from()));
        }
        entry.refuseIfFaulty();
    }

    private Optional<Leave> overlapping(MemberId member, @Nullable UUID itself, DatePeriod days) {
        return leaves.of(member, null, null).stream()
                .filter(other -> !other.id().equals(itself))
                .filter(other -> other.days().overlaps(days))
                .findFirst();
    }

    private Leave replace(Editor editor, String action, Leave known, Leave next) {
        if (next.revision() > known.revision()) {
            leaves.supersede(known.superseded(next.recording()));
            write(editor, action, next);
        }
        return next;
    }

    private void write(Editor editor, String action, Leave leave) {
        leaves.insert(leave);
        effects.plan(leave);
        outbox.publish(leave.announcement());
        trace(editor, action, leave);
    }

    private void trace(Editor editor, String action, Leave leave) {
        audit.record(editor.did(action, "leave", leave.id(), null, Trace.of(leave)));
    }

    private Recording recording(Editor editor, @Nullable String reason) {
        return Recording.now(clock.instant(), editor.name(), reason);
    }
}
