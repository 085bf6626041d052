package org.yilianti.staff.establishment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * A line of the establishment as it is sent.
 *
 * @param institutionCode only read when the line is made
 * @param department null for any
 * @param title null for any
 */
record PostRequest(
        @Nullable String institutionCode,
        @Nullable String department,

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

        @Nullable Integer headcount,
        @Nullable @Schema(format = "date") String validFrom,
        @Nullable @Schema(format = "date") String validTo,
        @Nullable String reason) {

    Entry entry() {
        return Entry.form(
                "institutionCode",
                institutionCode,
                "department",
                department,
                "category",
                category,
                "title",
                title,
                "headcount",
                headcount,
                "validFrom",
                validFrom,
                "validTo",
                validTo,
                "reason",
                reason);
    }
}
