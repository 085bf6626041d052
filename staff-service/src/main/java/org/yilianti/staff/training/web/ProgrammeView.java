package org.yilianti.staff.training.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.training.Programme;
import org.yilianti.staff.training.Programme.Conversion;

/** A course as it is shown. */
record ProgrammeView(
        UUID id,
        long version,
        String institutionCode,
        String kind,
        String title,
        String creditClass,
        BigDecimal credits,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean standing,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant convertedAt,
        @Nullable String convertedBy,
        @Nullable String conversionReason) {

    static ProgrammeView of(Programme programme) {
        Optional<Conversion> conversion = Optional.ofNullable(programme.conversion());
        return new ProgrammeView(
                programme.id(),
                programme.version(),
                programme.institution().code(),
                programme.details().kind().code(),
                programme.details().title(),
                programme.details().creditClass().code(),
                programme.details().credits(),
                programme.details().valid().from(),
                programme.details().valid().to(),
                programme.standing(),
                programme.recordedAt(),
                programme.recordedBy(),
                conversion.map(Conversion::at).orElse(null),
                conversion.map(Conversion::by).orElse(null),
                conversion.map(Conversion::reason).orElse(null));
    }
}
