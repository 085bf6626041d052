package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.service.ServiceRecords;

/** Loads the hours of many members at once. */
@Component
class HoursReader {

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final ServiceRecords records;
    private final Duties duties;

    HoursReader(ServiceRecords records, Duties duties) {
        this.records = records;
        this.duties = duties;
    }

    /** Only what was reported, since the week of {@code day}; one query. */
    Map<UUID, MemberHours> served(UUID association, Collection<UUID> memberIds, LocalDate day) {
        Map<UUID, MemberHours> hours = new HashMap<>();
        servedSince(association, memberIds, day)
                .forEach((member, served) -> hours.put(member, new MemberHours(served, List.of())));
        return hours;
    }

    /** What was reported and what is planned, since the week of {@code day}; two queries. */
    Map<UUID, MemberHours> all(UUID association, Collection<UUID> memberIds, LocalDate day) {
        return between(association, memberIds, day, FAR);
    }

    /** The same in the weeks before {@code end} only. */
    Map<UUID, MemberHours> between(UUID association, Collection<UUID> memberIds, LocalDate day, LocalDate end) {
        LocalDate monday = AssociationZone.mondayOf(day);
        Map<UUID, List<Duty>> planned = duties.inForceBetween(association, memberIds, monday, end);
        Map<UUID, List<ServiceContent>> served = servedSince(association, memberIds, day);
        Map<UUID, MemberHours> hours = new HashMap<>();
        memberIds.forEach(member -> hours.put(
                member,
                new MemberHours(served.getOrDefault(member, List.of()), planned.getOrDefault(member, List.of()))));
        return hours;
    }

    private Map<UUID, List<ServiceContent>> servedSince(UUID association, Collection<UUID> memberIds, LocalDate day) {
        return records.servedSince(association, memberIds, AssociationZone.startOf(AssociationZone.mondayOf(day)));
    }
}
