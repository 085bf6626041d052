package org.yilianti.rotation.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.RosterPolicy;

/** Reads rosters as sheets, as far as the caller may see the duties. */
@Component
public class RosterSheets {

    private final Duties duties;
    private final Institutions institutions;
    private final Members members;
    private final Policies policies;

    RosterSheets(Duties duties, Institutions institutions, Members members, Policies policies) {
        this.duties = duties;
        this.institutions = institutions;
        this.members = members;
        this.policies = policies;
    }

    /** The month of a site; empty when the institution is not known or out of sight. */
    public Optional<SiteSheet> ofSite(Sight sight, UUID institutionId, YearMonth month) {
        return institutions
                .find(sight.association(), institutionId)
                .filter(site -> sight.scope().permits(site.code()))
                .map(site -> new SiteSheet(
                        site.id(),
                        site.name(),
                        month,
                        rows(
                                sight.association(),
                                duties.inForceSeen(
                                        sight,
                                        institutionId,
                                        null,
                                        month.atDay(1),
                                        month.plusMonths(1).atDay(1)))));
    }

    /** The month of a person, as far as the caller may see it; empty when the person is not known. */
    public Optional<PersonSheet> ofPerson(Sight sight, UUID memberId, YearMonth month) {
        List<Duty> held = duties.inForceSeen(
                sight, null, memberId, month.atDay(1), month.plusMonths(1).atDay(1));
        Map<UUID, Institution> places = institutions.byId(
                sight.association(), held.stream().map(Duty::institutionId).collect(Collectors.toSet()));
        List<LocalDate> holidays = policies.inForce(sight.association(), RosterPolicy.class, month.atDay(1))
                .publicHolidays();
        boolean seen = !held.isEmpty()
                || memberId.equals(sight.ownMemberId())
                || sight.scope().all();
        return members.find(sight.association(), memberId)
                .filter(member -> seen)
                .map(member -> new PersonSheet(
                        memberId,
                        member.staffNo(),
                        member.name(),
                        month,
                        held.stream()
                                .map(duty -> new PersonSheet.SheetDuty(
                                        duty.date(),
                                        holidays.contains(duty.date()),
                                        duty.institutionId(),
                                        name(places.get(duty.institutionId())),
                                        duty.shift(),
                                        duty.startsAt(),
                                        duty.endsAt()))
                                .toList()));
    }

    private List<SiteSheet.SheetRow> rows(UUID association, List<Duty> all) {
        Map<UUID, Member> people = members.byId(
                association,
                all.stream().map(Duty::memberId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, List<Duty>> byMember = all.stream()
                .filter(duty -> duty.memberId() != null)
                .collect(Collectors.groupingBy(duty -> Objects.requireNonNull(duty.memberId())));
        List<SiteSheet.SheetRow> rows = new ArrayList<>();
        people.values().stream()
                .sorted(Comparator.comparing(Member::staffNo))
                .forEach(member -> rows.add(new SiteSheet.SheetRow(
                        member.id(),
                        member.staffNo(),
                        member.name(),
                        days(byMember.getOrDefault(member.id(), List.of())))));
        List<Duty> open = all.stream().filter(duty -> duty.memberId() == null).toList();
        if (!open.isEmpty()) {
            rows.add(new SiteSheet.SheetRow(null, null, null, days(open)));
        }
        return rows;
    }

    private static Map<LocalDate, List<String>> days(List<Duty> duties) {
        return duties.stream()
                .collect(Collectors.groupingBy(
                        Duty::date, TreeMap::new, Collectors.mapping(Duty::shift, Collectors.toList())));
    }

    private static String name(@Nullable Institution place) {
        return place == null ? "" : place.name();
    }
}
