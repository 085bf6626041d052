package org.yilianti.rotation.wish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;

/**
 * What the rows of a file are held against, read once for all of them.
 *
 * @param members ids by staff number
 * @param institutions by code
 * @param shifts codes demanded in the month, by institution; one without a stated demand has no entry
 * @param standing wishes of these members in the month
 * @param scope where the caller schedules
 */
record WishFacts(
        WishArea area,
        Map<String, UUID> members,
        Map<UUID, List<Appointment>> appointments,
        Map<String, Institution> institutions,
        Map<UUID, Set<String>> shifts,
        Map<UUID, List<RosterWish>> standing,
        InstitutionScope scope) {

    /** The person's main institution that day, if it is one of the area's. */
    Optional<Institution> home(UUID member, LocalDate day) {
        return Appointments.home(appointments.getOrDefault(member, List.of()), new DatePeriod(day, day.plusDays(1)))
                .map(area.sites()::get);
    }

    @Nullable RosterWish standing(UUID member, LocalDate day) {
        return standing.getOrDefault(member, List.of()).stream()
                .filter(wish -> wish.date().equals(day))
                .findFirst()
                .orElse(null);
    }

    boolean mayName(Institution institution) {
        return area.sites().containsKey(institution.id()) || scope.permits(institution.code());
    }

    /** Whether nobody could ever be planned for it; false while no demand is stated. */
    boolean unknownShift(Institution institution, String shift) {
        Set<String> known = shifts.get(institution.id());
        return known != null && !known.contains(shift);
    }
}
