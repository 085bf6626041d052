package org.yilianti.staff.member.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * A person as it is sent.
 *
 * @param nationalId 18 characters (GB 11643); as it was shown, masked, to leave it unchanged
 * @param phone as it was shown, masked, to leave it unchanged; null removes it
 * @param registeredAt code of the institution whose office registers the person; only read at registration
 */
record MemberRequest(
        @Nullable String staffNo,
        @Nullable String name,
        @Nullable String nameLatin,

        @Nullable @Schema(allowableValues = {"female", "male"})
        String sex,

        @Nullable @Schema(format = "date") String birthDate,
        @Nullable String nationalId,
        @Nullable String phone,

        @Nullable @Schema(
                allowableValues = {
                    "physician",
                    "assistant-physician",
                    "nurse",
                    "pharmacist",
                    "technician",
                    "village-doctor",
                    "other-health-technician",
                    "management",
                    "logistics"
                })
        String category,

        @Nullable @Schema(allowableValues = {"none", "junior", "intermediate", "associate-senior", "senior"})
        String title,

        @Nullable @Schema(format = "date") String titleSince,
        @Nullable String specialty,
        @Nullable @Schema(format = "date") String specialtySince,
        @Nullable Boolean institutionHead,
        @Nullable String registeredAt) {

    Entry entry() {
        return Entry.form(
                "staffNo",
                staffNo,
                "name",
                name,
                "nameLatin",
                nameLatin,
                "sex",
                sex,
                "birthDate",
                birthDate,
                "nationalId",
                nationalId,
                "phone",
                phone,
                "category",
                category,
                "title",
                title,
                "titleSince",
                titleSince,
                "specialty",
                specialty,
                "specialtySince",
                specialtySince,
                "institutionHead",
                institutionHead,
                "registeredAt",
                registeredAt);
    }
}
