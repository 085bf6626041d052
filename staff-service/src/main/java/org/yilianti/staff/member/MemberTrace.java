package org.yilianti.staff.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * What the audit trail keeps of a change of a person: no personal number, only whether it changed.
 *
 * @param personalNumbersChanged the national id or the phone is another than before
 */
record MemberTrace(
        String staffNo,
        long version,
        StaffCategory category,
        Title title,
        @Nullable LocalDate titleSince,
        @Nullable String specialty,
        boolean institutionHead,
        boolean personalNumbersChanged) {

    /** The row that a change leaves. */
    static AuditRecord of(Editor editor, String action, Member member, @Nullable Member before) {
        InstitutionRef office = member.registeredAt();
        return editor.did(action, "member", member.id(), office == null ? null : office.code(), of(member, before));
    }

    private static MemberTrace of(Member member, @Nullable Member before) {
        MemberDetails details = member.details();
        boolean same = before != null
                && details.nationalId().equals(before.details().nationalId())
                && java.util.Objects.equals(details.phone(), before.details().phone());
        return new MemberTrace(
                details.staffNo(),
                member.version(),
                details.category(),
                details.title(),
                details.titleSince(),
                details.specialty(),
                details.institutionHead(),
                !same);
    }
}
