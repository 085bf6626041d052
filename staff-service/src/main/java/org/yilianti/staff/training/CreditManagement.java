package org.yilianti.staff.training;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Sight;

/** Takes credits that were earned elsewhere, and annuls them. */
@Service
public class CreditManagement {

    private final CreditRepository credits;
    private final CreditBook book;
    private final CandidateRepository candidates;
    private final MemberManagement members;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    CreditManagement(
            CreditRepository credits,
            CreditBook book,
            CandidateRepository candidates,
            MemberManagement members,
            MemberDirectory directory,
            AssociationCalendar calendar) {
        this.credits = credits;
        this.book = book;
        this.candidates = candidates;
        this.members = members;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** Records what a certificate of somebody else's course proves; refuses (409) one that counts already. */
    @Transactional
    public Credit record(Editor editor, MemberId member, Entry entry) {
        Credit.Details details = Credit.Details.read(entry, calendar.today());
        members.hold(editor, member);
        entry.refuseIfFaulty();
        String evidence = entry.key("evidence");
        if (credits.evident(member, evidence)) {
            throw Refusal.conflict("credit.exists", evidence).at("/evidence");
        }
        InstitutionRef office = candidates
                .office(editor.association(), member, details.earnedOn())
                .orElseThrow(
                        () -> Refusal.invalid("enrolment.no-main-appointment").at("/earnedOn"));
        return book.enter(editor, Credit.recorded(book.by(editor), member, office, details, null));
    }

    /** Annuls credits that were earned elsewhere; those of a course held here go with its result. */
    @Transactional
    public Credit annul(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        Credit found = within(editor, id);
        directory.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), found.member());
        Credit known = within(editor, id); // again, now that nobody else can change it
        entry.refuseIfFaulty();
        if (known.enrolment() != null) {
            throw Refusal.conflict("credit.of-enrolment", known.enrolment());
        }
        return book.annul(editor, known, reason);
    }

    private Credit within(Editor editor, UUID id) {
        return credits.find(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("credit.unknown", id));
    }
}
