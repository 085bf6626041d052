package org.yilianti.rotation.cascade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.service.ServiceContent;

/**
 * One member's week under a cap. Work belongs to the day on which it begins.
 *
 * @param monday first day of the week
 * @param served what was reported and counts
 * @param awaited duties in force of which nothing has been reported, past and future ones
 */
record CappedWeek(HoursCap cap, LocalDate monday, List<ServiceContent> served, List<Duty> awaited) {

    int capMinutes() {
        return cap.minutes(monday);
    }

    int servedMinutes() {
        return served.stream().mapToInt(ServiceContent::minutes).sum();
    }

    int awaitedMinutes() {
        return awaited.stream().mapToInt(Duty::minutes).sum();
    }

    /** Whether reported service alone has gone beyond the cap, and on which day. */
    Optional<ExceededWeek> exceeded(int toleranceMinutes) {
        int sum = 0;
        for (ServiceContent one : served.stream()
                .sorted(Comparator.comparing(ServiceContent::startedAt))
                .toList()) {
            sum += one.minutes();
            if (sum > capMinutes() + toleranceMinutes) {
                LocalDate crossedOn = AssociationZone.dayOf(one.startedAt());
                return Optional.of(new ExceededWeek(cap.code(), monday, crossedOn, servedMinutes(), capMinutes()));
            }
        }
        return Optional.empty();
    }

    /** Duties yet to begin that there is no room for: in the order of their times each is kept that still fits. */
    List<Duty> beyond(int toleranceMinutes, Instant now) {
        int sum = servedMinutes();
        List<Duty> beyond = new ArrayList<>();
        for (Duty duty : awaited.stream()
                .sorted(Comparator.comparing(Duty::startsAt).thenComparing(Duty::id))
                .toList()) {
            boolean begun = !duty.startsAt().isAfter(now);
            if (begun || sum + duty.minutes() <= capMinutes() + toleranceMinutes) {
                sum += duty.minutes();
            } else {
                beyond.add(duty);
            }
        }
        return beyond;
    }
}
