package org.yilianti.staff.member.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDetails;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Phone;

/**
 * A person as it is shown: national id and phone masked but for their last four characters.
 *
 * @param mergedIntoId the record as which a person goes on who was registered twice
 * @param warnings only in the answer to a registration
 */
record MemberView(
        UUID id,
        long version,
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String sex,
        LocalDate birthDate,
        String nationalId,
        @Nullable String phone,
        String category,
        String title,
        @Nullable LocalDate titleSince,
        @Nullable String specialty,
        @Nullable LocalDate specialtySince,
        boolean institutionHead,
        @Nullable String registeredAt,
        @Nullable UUID mergedIntoId,
        List<Warning> warnings) {

    /** Something to look at that does not stand in the way. */
    record Warning(String code, String message) {}

    /** The same with warnings. */
    MemberView with(List<Warning> more) {
        return new MemberView(
                id,
                version,
                staffNo,
                name,
                nameLatin,
                sex,
                birthDate,
                nationalId,
                phone,
                category,
                title,
                titleSince,
                specialty,
                specialtySince,
                institutionHead,
                registeredAt,
                mergedIntoId,
                more);
    }

    static MemberView of(Member member) {
        MemberDetails details = member.details();
        Phone phone = details.phone();
        InstitutionRef registeredAt = member.registeredAt();
        MemberId mergedInto = member.mergedInto();
        return new MemberView(
                member.id().value(),
                member.version(),
                details.staffNo(),
                details.name(),
                details.nameLatin(),
                details.sex().code(),
                details.birthDate(),
                details.nationalId().masked(),
                phone == null ? null : phone.masked(),
                details.category().code(),
                details.title().code(),
                details.titleSince(),
                details.specialty(),
                details.specialtySince(),
                details.institutionHead(),
                registeredAt == null ? null : registeredAt.code(),
                mergedInto == null ? null : mergedInto.value(),
                List.of());
    }
}
