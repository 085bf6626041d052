package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.service.ServiceContent;

/** What one member has worked and is to work in some weeks, at all places. */
record MemberHours(List<ServiceContent> served, List<Duty> planned) {

    static final MemberHours NONE = new MemberHours(List.of(), List.of());

    /** Every week with work that counts under the cap, in their order. */
    List<CappedWeek> weeks(HoursCap cap) {
        List<ServiceContent> done = served.stream()
                .filter(one -> cap.binds(one.institutionId(), day(one)))
                .toList();
        List<Duty> awaited = planned.stream()
                .filter(duty -> cap.binds(duty.institutionId(), duty.date()) && !reported(duty))
                .toList();
        TreeSet<LocalDate> mondays = new TreeSet<>();
        Stream.concat(done.stream().map(MemberHours::day), awaited.stream().map(Duty::date))
                .map(AssociationZone::mondayOf)
                .forEach(mondays::add);
        return mondays.stream()
                .map(monday -> new CappedWeek(
                        cap,
                        monday,
                        done.stream().filter(one -> in(monday, day(one))).toList(),
                        awaited.stream().filter(duty -> in(monday, duty.date())).toList()))
                .toList();
    }

    /** Whether some service names the duty or lies in its time at its place: it is not counted twice. */
    private boolean reported(Duty duty) {
        return served.stream()
                .anyMatch(one -> duty.id().equals(one.dutyId())
                        || (one.institutionId().equals(duty.institutionId())
                                && one.startedAt().isBefore(duty.endsAt())
                                && duty.startsAt().isBefore(one.endedAt())));
    }

    private static boolean in(LocalDate monday, LocalDate day) {
        return AssociationZone.mondayOf(day).equals(monday);
    }

    private static LocalDate day(ServiceContent service) {
        return AssociationZone.dayOf(service.startedAt());
    }
}
