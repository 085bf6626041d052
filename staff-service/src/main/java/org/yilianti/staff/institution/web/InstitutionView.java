package org.yilianti.staff.institution.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.institution.FunctionTerm;
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
        @Nullable String parentCode,
        List<FunctionView> functions) {

    /** What it is there for, from one day to another; validTo is the first day on which it is not. */
    record FunctionView(
            String function, LocalDate validFrom, @Nullable LocalDate validTo) {

        static FunctionView of(FunctionTerm term) {
            return new FunctionView(
                    term.function().code(), term.valid().from(), term.valid().to());
        }
    }

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
                details.parentCode(),
                institution.functions().stream().map(FunctionView::of).toList());
    }
}
