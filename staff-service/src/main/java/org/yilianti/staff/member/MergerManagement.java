package org.yilianti.staff.member;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.AppointmentBook.Held;

/** Makes one record of two of the same person; nothing is deleted. */
@Service
public class MergerManagement {

    private final MemberRepository members;
    private final AppointmentRepository appointments;
    private final AppointmentPolicies policies;
    private final AppointmentBook book;
    private final MemberAnnouncements announcements;
    private final List<MergedRecords> others;
    private final AuditTrail audit;

    MergerManagement(
            MemberRepository members,
            AppointmentRepository appointments,
            AppointmentPolicies policies,
            AppointmentBook book,
            MemberAnnouncements announcements,
            List<MergedRecords> others,
            AuditTrail audit) {
        this.members = members;
        this.appointments = appointments;
        this.policies = policies;
        this.book = book;
        this.announcements = announcements;
        this.others = others;
        this.audit = audit;
    }

    /** Lets a duplicate go on as the survivor, with appointments and all records that features keep. */
    @Transactional
    public Member merge(Editor editor, MemberId survivorId, MemberId duplicateId, Entry entry) {
        String reason = entry.text("reason", 500);
        boolean ascending = survivorId.value().compareTo(duplicateId.value()) < 0;
        Held first = book.hold(editor, ascending ? survivorId : duplicateId);
        if (survivorId.equals(duplicateId)) {
            throw Refusal.invalid("same-record").at("/duplicateId");
        }
        Held second = book.hold(editor, ascending ? duplicateId : survivorId);
        Held survivor = ascending ? first : second;
        Held duplicate = ascending ? second : first;
        SamePerson.objections(survivor.member().details(), duplicate.member().details())
                .forEach(entry::fault);
        judgeTogether(editor, entry, survivor, duplicate);
        entry.refuseIfFaulty();
        return merged(editor, survivor.member(), duplicate, book.recording(editor, reason));
    }

    /** What the two hold must be what one person may hold. */
    private void judgeTogether(Editor editor, Entry entry, Held survivor, Held duplicate) {
        List<AppointmentDetails> held = new ArrayList<>(survivor.beside(null));
        for (AppointmentDetails moved : duplicate.beside(null)) {
            policies.inForce(editor.association()).stream()
                    .flatMap(policy -> policy.objection(moved, held).stream())
                    .forEach(fault -> entry.fault(
                            "duplicateId", fault.code(), fault.args().toArray()));
            held.add(moved);
        }
    }

    private Member merged(Editor editor, Member survivor, Held duplicate, Recording recording) {
        List<Appointment> given = new ArrayList<>();
        List<Appointment> taken = new ArrayList<>();
        for (Appointment appointment : duplicate.believed()) {
            Appointment moved = appointment.movedTo(survivor.id(), recording);
            given.add(appointment.supersededBy(moved));
            taken.add(moved);
        }
        appointments.supersede(given);
        appointments.insert(editor.association(), taken);
        Member gone = duplicate.member().mergedInto(survivor);
        members.markMerged(gone, survivor.id(), recording);
        members.raiseVersions(List.of(survivor));
        others.forEach(records -> records.handOver(editor, gone.id(), survivor.id()));
        Member next = survivor.reappointed();
        announcements.changed(List.of(gone, next));
        audit.record(editor.did("member.merged", "member", gone.id(), null, MergeTrace.of(gone, next, recording)));
        return next;
    }

    /** What the audit trail keeps of a merger. */
    record MergeTrace(String staffNo, String survivor, String reason) {

        static MergeTrace of(Member gone, Member survivor, Recording recording) {
            return new MergeTrace(
                    gone.details().staffNo(), survivor.details().staffNo(), String.valueOf(recording.reason()));
        }
    }
}
