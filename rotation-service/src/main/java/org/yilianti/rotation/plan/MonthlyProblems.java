package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.leave.LeaveRequests;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.roster.RosterSettings;
import org.yilianti.rotation.roster.TravelTimes;
import org.yilianti.rotation.solver.CoverDemand;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.ShiftType;

/** Builds a month's question from demand, directory and lawful-practice decisions: a fixed number of queries, then memory. */
@Component
class MonthlyProblems {

    private final DutyDemands demands;
    private final Institutions institutions;
    private final Appointments appointments;
    private final PracticeAgreements agreements;
    private final LawfulPractice practice;
    private final Duties duties;
    private final LeaveRequests leave;
    private final RosterSettings settings;

    MonthlyProblems(
            DutyDemands demands,
            Institutions institutions,
            Appointments appointments,
            PracticeAgreements agreements,
            LawfulPractice practice,
            Duties duties,
            LeaveRequests leave,
            RosterSettings settings) {
        this.demands = demands;
        this.institutions = institutions;
        this.appointments = appointments;
        this.agreements = agreements;
        this.practice = practice;
        this.duties = duties;
        this.leave = leave;
        this.settings = settings;
    }

    /** The question as the facts stand now; the same facts give the same question, in the same order. */
    MonthlyProblem build(MonthlyPlan plan) {
        Horizon horizon = new Horizon(plan.month().atDay(1), plan.month().lengthOfMonth());
        Map<String, SiteShift> shifts = new LinkedHashMap<>();
        for (DutyDemand demand : demands.of(plan.association(), plan.institutionIds(), plan.month())) {
            for (DemandShift shift : demand.shifts()) {
                SiteShift at = new SiteShift(demand.institutionId(), shift);
                shifts.put(at.key(), at);
            }
        }
        List<ShiftType> types = shifts.values().stream().map(SiteShift::type).toList();
        List<Candidate> candidates = candidates(plan, horizon, new ArrayList<>(shifts.values()), types);
        List<Person> people = candidates.stream()
                .filter(Candidate::mayWork)
                .map(candidate -> candidate.person(settings))
                .toList();
        List<Institution> sites = sites(plan, candidates);
        RosterProblem problem = RosterProblem.of(
                        horizon,
                        sites.stream().map(site -> site.id().toString()).toList(),
                        types,
                        cover(horizon, shifts.values()),
                        people)
                .withTravelTimes(TravelTimes.between(sites, settings.travelKilometresPerHour()));
        return new MonthlyProblem(problem, shifts);
    }

    private List<Candidate> candidates(
            MonthlyPlan plan, Horizon horizon, List<SiteShift> shifts, List<ShiftType> types) {
        DatePeriod month = new DatePeriod(horizon.start(), horizon.start().plusMonths(1));
        Set<UUID> ids = new LinkedHashSet<>(appointments.memberIdsAt(plan.association(), plan.institutionIds(), month));
        ids.addAll(agreements.memberIdsAt(plan.association(), plan.institutionIds(), month));
        Map<UUID, PracticeFacts> facts = practice.facts(plan.association(), ids);
        Map<UUID, List<Duty>> others = duties.inForceBetween(
                plan.association(),
                ids,
                month.from().minusDays(PastDuties.DAYS),
                month.from().plusMonths(1));
        Map<UUID, List<DatePeriod>> away = leave.granted(plan.association(), ids, month);
        List<Candidate> candidates = new ArrayList<>();
        facts.forEach((id, known) -> {
            if (known.member() != null) {
                candidates.add(new Candidate(
                        known,
                        horizon,
                        plan.institutionIds(),
                        shifts,
                        types,
                        others.getOrDefault(id, List.of()),
                        away.getOrDefault(id, List.of())));
            }
        });
        candidates.sort(Comparator.comparing(Candidate::staffNo));
        return candidates;
    }

    /** The planned sites and every site somebody comes from. */
    private List<Institution> sites(MonthlyPlan plan, List<Candidate> candidates) {
        Set<UUID> ids = new HashSet<>(plan.institutionIds());
        candidates.forEach(candidate -> ids.addAll(candidate.sites()));
        return institutions.byId(plan.association(), ids).values().stream()
                .sorted(Comparator.comparing(Institution::code))
                .toList();
    }

    private static List<CoverDemand> cover(Horizon horizon, Collection<SiteShift> shifts) {
        List<CoverDemand> cover = new ArrayList<>();
        for (int day = 0; day < horizon.days(); day++) {
            LocalDate date = horizon.date(day);
            for (SiteShift at : shifts) {
                if (at.shift().weekdays().contains(date.getDayOfWeek())) {
                    cover.add(new CoverDemand(
                            day,
                            Objects.requireNonNull(at.key()),
                            at.shift().minimum(),
                            at.shift().desired()));
                }
            }
        }
        return cover;
    }
}
