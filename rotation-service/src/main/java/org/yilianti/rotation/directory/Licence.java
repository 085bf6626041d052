package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;

/**
 * A practising licence.
 *
 * @param kind whose licence it is, such as {@code physician}
 * @param category practice category, such as {@code clinical}
 * @param scope practice scope; null where the kind has none
 * @param validity first day and day after the last
 * @param suspension days on which the holder must not practise; null when there are none
 * @param revokedFrom first day without the licence; null while it stands
 */
public record Licence(
        UUID id,
        UUID association,
        UUID memberId,
        String number,
        String kind,
        String category,
        @Nullable String scope,
        UUID mainInstitutionId,
        DatePeriod validity,
        @Nullable DatePeriod suspension,
        @Nullable LocalDate revokedFrom) {

    /** The days on which the licence permits practice. */
    public List<DatePeriod> practisable() {
        List<DatePeriod> days = List.of(validity);
        if (suspension != null) {
            days = Coverage.without(days, suspension);
        }
        return revokedFrom == null ? days : Coverage.without(days, DatePeriod.from(revokedFrom));
    }

    /** The days on which what the licence permits, or why it does not, may change. */
    public Stream<LocalDate> turns() {
        DatePeriod days = suspension;
        return Stream.of(
                        validity.from(),
                        validity.to(),
                        days == null ? null : days.from(),
                        days == null ? null : days.to(),
                        revokedFrom)
                .<LocalDate>mapMulti((day, kept) -> {
                    if (day != null) {
                        kept.accept(day);
                    }
                });
    }

    /** Why the licence does not permit practice on {@code day}; empty when it does. */
    public Optional<LicenceObstacle> obstacle(LocalDate day) {
        if (revokedFrom != null && !day.isBefore(revokedFrom)) {
            return Optional.of(LicenceObstacle.REVOKED);
        }
        if (day.isBefore(validity.from())) {
            return Optional.of(LicenceObstacle.NOT_YET_VALID);
        }
        if (!validity.contains(day)) {
            return Optional.of(LicenceObstacle.EXPIRED);
        }
        return suspension != null && suspension.contains(day)
                ? Optional.of(LicenceObstacle.SUSPENDED)
                : Optional.empty();
    }
}
