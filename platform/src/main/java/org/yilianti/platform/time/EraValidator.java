package org.yilianti.platform.time;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Judges {@link InEra}. */
final class EraValidator implements ConstraintValidator<InEra, Temporal> {

    @Override
    public boolean isValid(@Nullable Temporal value, ConstraintValidatorContext context) {
        return value == null || Era.holds(year(value));
    }

    private static int year(Temporal value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC).getYear() : value.get(ChronoField.YEAR);
    }
}
