package org.yilianti.staff.establishment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the staff of an institution compares with one standard.
 *
 * @param institutionCode null for the association
 * @param rule code of the standard
 * @param actual share, number per people, or ratio; four decimal places
 * @param gap what is missing, or too much; zero when the standard is met
 * @param heads people to employ so that it is met; null where fewer are asked for, or where more staff changes the whole too
 */
public record StaffingFinding(
        @Nullable String institutionCode,
        String rule,
        String measure,
        String bound,
        BigDecimal actual,
        BigDecimal required,
        BigDecimal gap,
        @Nullable Long heads,
        boolean met) {

    private static final int SCALE = 4;

    /** Compares; empty when there is nobody and nothing to compare with. */
    static Optional<StaffingFinding> of(StaffingStandard standard, StaffCount count) {
        BigDecimal whole = whole(standard, count);
        if (whole.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal counted = BigDecimal.valueOf(count.of(standard.counted()));
        BigDecimal actual = counted.divide(whole, SCALE, RoundingMode.HALF_EVEN);
        boolean met = standard.metBy(counted.divide(whole, 12, RoundingMode.HALF_EVEN));
        BigDecimal gap =
                met ? BigDecimal.ZERO : standard.required().subtract(actual).abs();
        return Optional.of(new StaffingFinding(
                count.institutionCode(),
                standard.code(),
                standard.measure().code(),
                standard.bound().code(),
                actual,
                standard.required(),
                gap,
                met ? null : heads(standard, whole, counted),
                met));
    }

    /** What the counted are divided by: thousands of people, all staff, or those they are compared with. */
    private static BigDecimal whole(StaffingStandard standard, StaffCount count) {
        return switch (standard.measure()) {
            case PER_1000_PEOPLE, PER_10000_PEOPLE ->
                BigDecimal.valueOf(count.population()).divide(standard.measure().people(), 12, RoundingMode.HALF_EVEN);
            case SHARE_OF_STAFF -> BigDecimal.valueOf(count.all());
            case RATIO -> BigDecimal.valueOf(count.of(Objects.requireNonNull(standard.against())));
        };
    }

    private static @Nullable Long heads(StaffingStandard standard, BigDecimal whole, BigDecimal counted) {
        boolean more = standard.bound() == StaffingStandard.Bound.AT_LEAST
                && standard.measure() != StaffingStandard.Measure.SHARE_OF_STAFF;
        return more
                ? standard.required()
                        .multiply(whole)
                        .subtract(counted)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact()
                : null;
    }
}
