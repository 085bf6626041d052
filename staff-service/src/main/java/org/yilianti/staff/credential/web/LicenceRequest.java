package org.yilianti.staff.credential.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** A licence as it is sent; renewsId names the licence that it continues. */
record LicenceRequest(
        @Nullable UUID memberId,
        @Nullable UUID renewsId,
        @Nullable String number,

        @Nullable @Schema(
                allowableValues = {
                    "physician",
                    "assistant-physician",
                    "nurse",
                    "pharmacist",
                    "technician",
                    "village-doctor"
                })
        String kind,

        @Nullable @Schema(
                allowableValues = {
                    "clinical",
                    "dental",
                    "tcm",
                    "public-health",
                    "nursing",
                    "pharmacy",
                    "technology",
                    "village"
                })
        String category,

        @Nullable String scope,
        @Nullable String mainInstitutionCode,
        @Nullable String issuedBy,
        @Nullable @Schema(format = "date") String validFrom,
        @Nullable @Schema(format = "date") String validTo) {

    Entry entry() {
        return Entry.form(
                "number",
                number,
                "kind",
                kind,
                "category",
                category,
                "scope",
                scope,
                "mainInstitutionCode",
                mainInstitutionCode,
                "issuedBy",
                issuedBy,
                "validFrom",
                validFrom,
                "validTo",
                validTo);
    }
}
