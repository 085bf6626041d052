package org.yilianti.staff.training.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** A course as it is sent; the institution is read once, when it is recorded. */
record ProgrammeRequest(
        @Nullable String institutionCode,

        @Nullable @Schema(
                allowableValues = {
                    "lecture",
                    "expert-forum",
                    "off-the-job",
                    "further-training",
                    "counterpart-support",
                    "study-visit",
                    "emergency-drill"
                })
        String kind,

        @Nullable String title,

        @Nullable @Schema(allowableValues = {"class-i", "class-ii"})
        String creditClass,

        @Nullable BigDecimal credits,
        @Nullable @Schema(format = "date") String validFrom,
        @Nullable @Schema(format = "date") String validTo) {

    Entry entry() {
        return Entry.form(
                "institutionCode",
                institutionCode,
                "kind",
                kind,
                "title",
                title,
                "creditClass",
                creditClass,
                "credits",
                credits,
                "validFrom",
                validFrom,
                "validTo",
                validTo);
    }
}
