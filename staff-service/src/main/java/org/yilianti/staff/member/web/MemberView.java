package org.yilianti.staff.member.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDetails;
import org.yilianti.staff.member.Phone;

/** A person as it is shown: national id and phone masked but for their last four characters. */
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
        @Nullable String registeredAt) {

    static MemberView of(Member member) {
        MemberDetails details = member.details();
        Phone phone = details.phone();
        InstitutionRef registeredAt = member.registeredAt();
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
                registeredAt == null ? null : registeredAt.code());
    }
}
