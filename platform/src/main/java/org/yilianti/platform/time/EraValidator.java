package org.yilianti.platform.time;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Judges {@link InEra}. */
final class EraValidator implements ConstraintValidator<InEra, Temporal> {

    @Override
    public boolean isValid(@Nullable Temporal value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        return value instanceof Instant time ? Era.holds(time) : Era.holds(value.get(ChronoField.YEAR));
    }
}
