package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyShapes;
import org.yilianti.rotation.roster.Engagement;
import org.yilianti.rotation.roster.LimitException;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.roster.PersonLimits;
import org.yilianti.rotation.roster.PersonLimits.LimitedShift;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Limits;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.wish.RosterWish;

/** A member of staff who may come into question for a plan, and what the solver needs to know of them. */
final class Candidate {

    /** What stands already: duties of other plans and of the days before, leave, wishes, own limits, what was carried in earlier months. */
    record Known(
            List<Duty> otherDuties,
            List<DatePeriod> leave,
            List<RosterWish> wishes,
            List<LimitException> limits,
            Burden carried) {}

    /** Decisions are the same for all shifts of one site and specialty on one day. */
    private record Asked(UUID institutionId, @Nullable String specialty, LocalDate day) {}

    private final PracticeFacts facts;
    private final Horizon horizon;
    private final Set<UUID> planned;
    private final Map<String, SiteShift> shiftsByKey = new HashMap<>();
    private final Known known;
    private final Map<Asked, Boolean> decisions = new HashMap<>();
    private final List<ShiftType> types;
    private final LawfulOptions options;
    private final Engagement engagement;
    private boolean mayWork;

    Candidate(
            PracticeFacts facts,
            Horizon horizon,
            Set<UUID> planned,
            List<SiteShift> shifts,
            List<ShiftType> types,
            Known known) {
        this.facts = facts;
        this.engagement = new Engagement(facts, horizon, planned);
        this.horizon = horizon;
        this.planned = planned;
        this.known = known;
        shifts.forEach(shift -> shiftsByKey.put(shift.key(), shift));
        this.types = types;
        this.options = LawfulOptions.where(horizon, types, this::lawful);
    }

    String staffNo() {
        return member().staffNo();
    }

    /** Whether there is any shift on any day. */
    boolean mayWork() {
        return mayWork;
    }

    /** Where the person comes from: home and the places of other duties. */
    Set<UUID> sites() {
        Set<UUID> sites = new HashSet<>();
        sites.add(engagement.home());
        known.otherDuties.forEach(duty -> sites.add(duty.institutionId()));
        return sites;
    }

    Person person(RosterPolicy policy) {
        return Person.of(member().id().toString(), engagement.home().toString(), options)
                .withLimits(limits(policy))
                .withTargetMinutes(engagement.targetMinutes(policy.dailyHours()) + standingMinutes())
                .withOutsideWeeklyMinutes(engagement.outsideWeeklyMinutes())
                .withDaysOff(DutyShapes.days(horizon, known.leave))
                .withWishes(new PersonalWishes(horizon, policy, known.wishes, known.carried)
                        .wishes(engagement.home(), types, options))
                .withHistory(new PastDuties(
                                horizon.start(),
                                known.otherDuties.stream()
                                        .filter(duty -> duty.date().isBefore(horizon.start()))
                                        .toList())
                        .history(shiftsByKey.keySet()));
    }

    private Limits limits(RosterPolicy policy) {
        DatePeriod month = new DatePeriod(horizon.start(), horizon.date(horizon.days()));
        PersonLimits own = PersonLimits.of(policy, known.limits, month);
        List<LimitedShift> shifts = shiftsByKey.entrySet().stream()
                .map(one -> new LimitedShift(
                        one.getKey(),
                        one.getValue().shift().code(),
                        one.getValue().shift().rules().mostPerPerson()))
                .toList();
        return own.ofMonth(own.dutiesPerType(shifts), leastMinutes(policy));
    }

    /** The promised part of the contract's hours; days of leave promise nothing. */
    private int leastMinutes(RosterPolicy policy) {
        int present = horizon.days() - DutyShapes.days(horizon, known.leave).size();
        long owed = (long) engagement.targetMinutes(policy.dailyHours()) * present / horizon.days();
        return Math.toIntExact(owed * policy.leastHoursPercent() / 100);
    }

    private boolean lawful(LocalDate day, ShiftType type) {
        SiteShift at = shiftsByKey.get(type.id());
        if (at == null) {
            return standing().stream()
                    .anyMatch(duty -> duty.date().equals(day)
                            && DutyShapes.type(duty).id().equals(type.id()));
        }
        String specialty = at.shift().specialty();
        if (at.shift().category() != member().category()
                || (specialty != null && !specialty.equals(member().specialty()))
                || !at.shift().rules().admits(member().title())) {
            return false;
        }
        boolean lawful = decisions.computeIfAbsent(new Asked(at.institutionId(), specialty, day), this::permitted);
        mayWork |= lawful;
        return lawful;
    }

    private boolean permitted(Asked asked) {
        return LawfulPractice.decide(
                        PracticeQuestion.on(asked.day, member().id(), asked.institutionId, asked.specialty), facts)
                .permitted();
    }

    private Member member() {
        return engagement.member();
    }

    /** Duties of other published plans in these days: they stay, and count like those to be planned. */
    List<Duty> standing() {
        return known.otherDuties.stream()
                .filter(duty -> !planned.contains(duty.institutionId()))
                .filter(duty -> horizon.contains(horizon.day(duty.date())))
                .toList();
    }

    private int standingMinutes() {
        return standing().stream().mapToInt(Duty::minutes).sum();
    }
}
