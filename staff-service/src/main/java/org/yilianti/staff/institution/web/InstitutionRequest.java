package org.yilianti.staff.institution.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** An institution as it is sent; every rule is applied to the {@link Entry}, so that a file is judged alike. */
record InstitutionRequest(
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,

        @Nullable @Schema(
                allowableValues = {
                    "tertiary-hospital",
                    "secondary-hospital",
                    "township-health-centre",
                    "community-health-centre",
                    "village-clinic",
                    "public-health-agency"
                })
        String tier,

        @Nullable Boolean lead,

        @Nullable @Schema(allowableValues = {"urban", "rural"})
        String setting,

        @Nullable BigDecimal population,
        @Nullable BigDecimal areaKm2,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String parentCode) {

    Entry entry() {
        return Entry.form(
                "code",
                code,
                "name",
                name,
                "nameEn",
                nameEn,
                "tier",
                tier,
                "lead",
                lead,
                "setting",
                setting,
                "population",
                population,
                "areaKm2",
                areaKm2,
                "latitude",
                latitude,
                "longitude",
                longitude,
                "parentCode",
                parentCode);
    }
}
