package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;

/** Registers and revises people, one by one. */
@Service
public class MemberManagement {

    private final MemberRepository members;
    private final AppointmentRepository appointments;
    private final RegisteringOffice offices;
    private final PostFit posts;
    private final MemberAnnouncements announcements;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    MemberManagement(
            MemberRepository members,
            AppointmentRepository appointments,
            RegisteringOffice offices,
            PostFit posts,
            MemberAnnouncements announcements,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.members = members;
        this.appointments = appointments;
        this.offices = offices;
        this.posts = posts;
        this.announcements = announcements;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** Registers a person; refuses (409) a staff number that is taken, (422) a national id that another person has. */
    @Transactional
    public Member register(Editor editor, Entry entry) {
        MemberDetails details = MemberDetails.read(entry, Optional.empty(), calendar.today());
        refuseForeignNationalId(editor, entry, details);
        InstitutionRef office = offices.of(editor, entry);
        entry.refuseIfFaulty();
        if (!members.lockByStaffNo(editor.association(), List.of(details.staffNo()))
                .isEmpty()) {
            throw Refusal.conflict("member.exists", details.staffNo()).at("/staffNo");
        }
        Member member = Member.registered(editor.association(), details, office);
        members.insert(List.of(member));
        announcements.registered(List.of(member));
        audit(editor, "member.registered", member, null);
        return member;
    }

    /** Changes what is said about a person; the same content makes no new version. */
    @Transactional
    public Member revise(Editor editor, MemberId id, ExpectedVersion expected, Entry entry) {
        Member known = reachable(editor, id);
        known.requireOpen();
        expected.check(known.version());
        MemberDetails details = MemberDetails.read(entry, Optional.of(known.details()), calendar.today());
        known.objection(details).ifPresent(entry::fault);
        refuseForeignNationalId(editor, entry, details);
        entry.refuseIfFaulty();
        Member revised = known.revised(details);
        posts.judge(editor.association(), List.of(new PostFit.Change(entry, known, revised)));
        entry.refuseIfFaulty();
        if (revised.version() > known.version()) {
            members.update(List.of(revised));
            announcements.changed(List.of(revised));
            audit(editor, "member.revised", revised, known);
        }
        return revised;
    }

    /** The member, locked until the transaction ends; refuses (404) one outside the editor's scope, (409) one merged into another. */
    @Transactional
    public Member hold(Editor editor, MemberId id) {
        Member member = reachable(editor, id);
        member.requireOpen();
        return member;
    }

    /** Lets a member bear a title from a day on, whether or not a post asks for it: a title that was decided is not taken back. */
    @Transactional
    public void promote(Editor editor, MemberId id, Title title, LocalDate since) {
        Member known = hold(editor, id);
        Member promoted = known.revised(known.details().titled(title, since));
        if (promoted.version() > known.version()) {
            members.update(List.of(promoted));
            announcements.changed(List.of(promoted));
            audit(editor, "member.promoted", promoted, known);
        }
    }

    /** The member, locked; refuses (404) one outside the editor's scope. */
    private Member reachable(Editor editor, MemberId id) {
        Sight sight = Sight.of(editor.scope(), calendar.today());
        return members.lock(editor.association(), id)
                .filter(member -> sight.reaches(
                        member, appointments.believedOf(List.of(id)).getOrDefault(id, List.of())))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
    }

    private void refuseForeignNationalId(Editor editor, Entry entry, MemberDetails details) {
        Map<NationalId, String> owners = members.owners(editor.association(), List.of(details.nationalId()));
        String owner = owners.get(details.nationalId());
        if (owner != null && !owner.equals(details.staffNo())) {
            entry.fault("nationalId", "duplicate-national-id");
        }
    }

    private void audit(Editor editor, String action, Member member, @Nullable Member before) {
        audit.record(MemberTrace.of(editor, action, member, before));
    }
}
