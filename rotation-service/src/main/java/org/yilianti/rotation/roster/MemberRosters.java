package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.demand.DemandedRules;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.leave.DaysAway;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.solver.Horizon;

/** Loads the rosters of many people around some days in a fixed number of queries. */
@Component
public class MemberRosters {

    private final LawfulPractice practice;
    private final Duties duties;
    private final DaysAway leave;
    private final Institutions institutions;
    private final DutyDemands demands;
    private final LimitExceptions exceptions;
    private final Policies policies;

    MemberRosters(
            LawfulPractice practice,
            Duties duties,
            DaysAway leave,
            Institutions institutions,
            DutyDemands demands,
            LimitExceptions exceptions,
            Policies policies) {
        this.practice = practice;
        this.duties = duties;
        this.leave = leave;
        this.institutions = institutions;
        this.demands = demands;
        this.exceptions = exceptions;
        this.policies = policies;
    }

    /**
     * The rosters of those of these members that are known, by member.
     *
     * @param sites where the duties lie that the change is about
     */
    public Map<UUID, MemberRoster> around(
            UUID association, Collection<UUID> memberIds, Collection<UUID> sites, LocalDate first, LocalDate last) {
        RosterPolicy policy = policies.inForce(association, RosterPolicy.class, first);
        DatePeriod asked = new DatePeriod(first, last.plusDays(1));
        Map<UUID, List<LimitException>> own = exceptions.inForce(association, memberIds, asked);
        Map<UUID, PersonLimits> limits = new HashMap<>();
        memberIds.forEach(id -> limits.put(id, PersonLimits.of(policy, own.getOrDefault(id, List.of()), asked)));
        DemandedRules demanded = demands.rules(association, sites, months(first, last));
        boolean whole = demanded.limitMonths() || limits.values().stream().anyMatch(PersonLimits::limitMonths);
        Horizon horizon = whole ? RosterFrame.monthsAround(first, last) : RosterFrame.weeksAround(first, last);
        DatePeriod days = RosterFrame.days(horizon);
        Map<UUID, PracticeFacts> facts = practice.facts(association, memberIds);
        Map<UUID, List<Duty>> held =
                duties.inForceBetween(association, memberIds, horizon.start(), horizon.date(horizon.days()));
        Map<UUID, List<DatePeriod>> away = leave.granted(association, memberIds, days);
        Set<UUID> places = new HashSet<>(sites);
        held.values().forEach(list -> list.forEach(duty -> places.add(duty.institutionId())));
        facts.values()
                .forEach(known -> known.appointments().forEach(appointment -> places.add(appointment.institutionId())));
        List<Institution> known = institutions.byId(association, places).values().stream()
                .sorted(Comparator.comparing(Institution::code))
                .toList();
        Map<UUID, MemberRoster> rosters = new HashMap<>();
        facts.forEach((id, ofMember) -> {
            if (ofMember.member() != null) {
                List<Duty> line = held.getOrDefault(id, List.of());
                RosterFrame frame = new RosterFrame(
                        horizon,
                        policy,
                        Objects.requireNonNull(limits.get(id)),
                        demanded,
                        placesOf(ofMember, line, sites, known));
                rosters.put(id, new MemberRoster(ofMember, frame, line, away.getOrDefault(id, List.of())));
            }
        });
        return rosters;
    }

    private static List<YearMonth> months(LocalDate first, LocalDate last) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first.minusDays(1));
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** Only the places that matter to one person: travel times are counted between each two of them. */
    private static List<Institution> placesOf(
            PracticeFacts facts, List<Duty> own, Collection<UUID> sites, List<Institution> known) {
        Set<UUID> ids = new HashSet<>(sites);
        own.forEach(duty -> ids.add(duty.institutionId()));
        facts.appointments().forEach(appointment -> ids.add(appointment.institutionId()));
        return known.stream().filter(site -> ids.contains(site.id())).toList();
    }
}
