package org.yilianti.staff.institution.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.institution.Institution;
import org.yilianti.staff.institution.InstitutionDetails;

/** An institution as it is shown. */
record InstitutionView(
        UUID id,
        long version,
        String code,
        String name,
        @Nullable String nameEn,
        String tier,
        boolean lead,
        String setting,
        int population,
        BigDecimal areaKm2,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String parentCode) {

    static InstitutionView of(Institution institution) {
        InstitutionDetails details = institution.details();
        return new InstitutionView(
                institution.id().value(),
                institution.version(),
                details.code(),
                details.name(),
                details.nameEn(),
                details.tier().code(),
                details.lead(),
                details.setting().code(),
                details.population(),
                details.areaKm2(),
                details.latitude(),
                details.longitude(),
                details.parentCode());
    }
}
