package org.yilianti.rotation.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.fairness.FairnessLedger;
import org.yilianti.rotation.leave.DaysAway;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyShapes;
import org.yilianti.rotation.roster.LimitExceptions;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.wish.RosterWish;
import org.yilianti.rotation.wish.RosterWishes;

/** Loads everybody who may come into question for a plan, with all that stands already, in a fixed number of queries. */
@Component
class Candidates {

    private final LawfulPractice practice;
    private final Duties duties;
    private final DaysAway leave;
    private final RosterWishes wishes;
    private final LimitExceptions limits;
    private final FairnessLedger ledger;

    Candidates(
            LawfulPractice practice,
            Duties duties,
            DaysAway leave,
            RosterWishes wishes,
            LimitExceptions limits,
            FairnessLedger ledger) {
        this.practice = practice;
        this.duties = duties;
        this.leave = leave;
        this.wishes = wishes;
        this.limits = limits;
        this.ledger = ledger;
    }

    /**
     * The people by staff number.
     *
     * @param types the plan's shift types, then those of the duties that stand
     * @param standing the duties that stand, at most one a day for each person
     */
    record Field(List<ShiftType> types, List<Candidate> people, List<Assignment> standing) {}

    Field of(MonthlyPlan plan, Horizon horizon, Map<String, SiteShift> shifts) {
        DatePeriod month = new DatePeriod(horizon.start(), horizon.date(horizon.days()));
        Set<UUID> ids = practice.memberIdsAt(plan.association(), plan.institutionIds(), month);
        Map<UUID, Candidate.Known> known = known(plan, month, ids);
        Map<String, ShiftType> types = new LinkedHashMap<>();
        shifts.forEach((key, shift) -> types.put(key, shift.type()));
        known.values().stream()
                .flatMap(one -> one.otherDuties().stream())
                .filter(duty ->
                        month.contains(duty.date()) && !plan.institutionIds().contains(duty.institutionId()))
                .map(DutyShapes::type)
                .sorted(Comparator.comparing(ShiftType::id))
                .forEach(type -> types.putIfAbsent(type.id(), type));
        List<ShiftType> all = List.copyOf(types.values());
        PlannedShifts planned = new PlannedShifts(horizon, shifts, all);
        List<Candidate> people = new ArrayList<>();
        Map<UUID, PracticeFacts> facts = practice.facts(plan.association(), ids);
        facts.forEach((id, about) -> {
            Candidate.Known stands = known.get(id);
            if (about.member() != null && stands != null) {
                people.add(new Candidate(about, plan.institutionIds(), planned, stands));
            }
        });
        people.sort(Comparator.comparing(Candidate::staffNo));
        List<Candidate> able = people.stream().filter(Candidate::mayWork).toList();
        return new Field(all, able, standing(able, horizon));
    }

    private Map<UUID, Candidate.Known> known(MonthlyPlan plan, DatePeriod month, Set<UUID> ids) {
        UUID association = plan.association();
        var others = duties.inForceBetween(
                association,
                ids,
                month.from().minusDays(PastDuties.DAYS),
                month.from().plusMonths(1));
        var away = leave.granted(association, ids, month);
        Map<UUID, List<RosterWish>> wished =
                wishes.of(association, ids, month.from(), month.from().plusMonths(1));
        var own = limits.inForce(association, ids, month);
        Map<UUID, Burden> carried = ledger.before(association, ids, YearMonth.from(month.from()));
        Burden least = ids.stream()
                .map(id -> carried.getOrDefault(id, Burden.NONE))
                .reduce(Burden::least)
                .orElse(Burden.NONE);
        Map<UUID, Candidate.Known> known = new LinkedHashMap<>();
        ids.forEach(id -> known.put(
                id,
                new Candidate.Known(
                        others.getOrDefault(id, List.of()),
                        away.getOrDefault(id, List.of()),
                        wished.getOrDefault(id, List.of()),
                        own.getOrDefault(id, List.of()),
                        carried.getOrDefault(id, Burden.NONE).beyond(least))));
        return known;
    }

    private static List<Assignment> standing(List<Candidate> people, Horizon horizon) {
        List<Assignment> standing = new ArrayList<>();
        for (Candidate person : people) {
            Set<Integer> days = new HashSet<>();
            for (Duty duty : person.standing()) {
                if (days.add(horizon.day(duty.date()))) {
                    standing.add(new Assignment(
                            String.valueOf(duty.memberId()),
                            horizon.day(duty.date()),
                            DutyShapes.type(duty).id()));
                }
            }
        }
        return standing;
    }
}
