package org.yilianti.staff.department.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** A department as it is sent: what is so of it from validFrom on. A change does not read institutionCode and code. */
record DepartmentRequest(
        @Nullable String institutionCode,
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,

        @Nullable @Schema(
                allowableValues = {
                    "clinical",
                    "nursing",
                    "medical-technology",
                    "pharmacy",
                    "public-health",
                    "administration",
                    "logistics"
                })
        String kind,

        @Nullable String specialty,
        @Nullable String parentCode,
        @Nullable String headStaffNo,
        @Nullable @Schema(format = "date") String validFrom,
        @Nullable @Schema(format = "date") String validTo) {

    Entry entry() {
        return Entry.form(
                "institutionCode",
                institutionCode,
                "code",
                code,
                "name",
                name,
                "nameEn",
                nameEn,
                "kind",
                kind,
                "specialty",
                specialty,
                "parentCode",
                parentCode,
                "headStaffNo",
                headStaffNo,
                "validFrom",
                validFrom,
                "validTo",
                validTo);
    }
}
