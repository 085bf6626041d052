package org.yilianti.rotation.plan;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyShapes;
import org.yilianti.rotation.roster.Engagement;
import org.yilianti.rotation.roster.LimitException;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.roster.PersonLimits;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Limits;
import org.yilianti.rotation.solver.Person;
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

    private final PlannedShifts shifts;
    private final Set<UUID> planned;
    private final Known known;
    private final LawfulOptions options;
    private final Engagement engagement;
    private final boolean mayWork;

    Candidate(PracticeFacts facts, Set<UUID> planned, PlannedShifts shifts, Known known) {
        this.shifts = shifts;
        this.engagement = new Engagement(facts, shifts.horizon(), planned);
        this.planned = planned;
        this.known = known;
        BitSet lawful = new LawfulShifts(shifts, facts).bits();
        this.mayWork = !lawful.isEmpty();
        standing()
                .forEach(duty -> lawful.set(shifts.bit(
                        shifts.horizon().day(duty.date()),
                        shifts.position(DutyShapes.type(duty).id()))));
        this.options = shifts.options(lawful);
    }

    String staffNo() {
        return member().staffNo();
    }

    /** Which of the shift's demands the person does not meet, if any. */
    Optional<String> unfit(SiteShift shift) {
        return shift.unfit(member());
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
        Horizon horizon = shifts.horizon();
        return Person.of(member().id().toString(), engagement.home().toString(), options)
                .withLimits(limits(policy))
                .withTargetMinutes(engagement.targetMinutes(policy.dailyHours()) + standingMinutes())
                .withOutsideWeeklyMinutes(engagement.outsideWeeklyMinutes())
                .withDaysOff(DutyShapes.days(horizon, known.leave))
                .withWishes(new PersonalWishes(horizon, policy, known.wishes, known.carried)
                        .wishes(engagement.home(), shifts.types(), options))
                .withHistory(new PastDuties(
                                horizon.start(),
                                known.otherDuties.stream()
                                        .filter(duty -> duty.date().isBefore(horizon.start()))
                                        .toList())
                        .history(shifts.keys()));
    }

    private Limits limits(RosterPolicy policy) {
        PersonLimits own = PersonLimits.of(policy, known.limits, shifts.days());
        return own.ofMonth(own.dutiesPerType(shifts.limited()), leastMinutes(policy));
    }

    /** The promised part of the contract's hours; days of leave promise nothing. */
    private int leastMinutes(RosterPolicy policy) {
        Horizon horizon = shifts.horizon();
        int present = horizon.days() - DutyShapes.days(horizon, known.leave).size();
        long owed = (long) engagement.targetMinutes(policy.dailyHours()) * present / horizon.days();
        return Math.toIntExact(owed * policy.leastHoursPercent() / 100);
    }

    private Member member() {
        return engagement.member();
    }

    /** Duties of other published plans in these days: they stay, and count like those to be planned. */
    List<Duty> standing() {
        Horizon horizon = shifts.horizon();
        return known.otherDuties.stream()
                .filter(duty -> !planned.contains(duty.institutionId()))
                .filter(duty -> horizon.contains(horizon.day(duty.date())))
                .toList();
    }

    private int standingMinutes() {
        return standing().stream().mapToInt(Duty::minutes).sum();
    }
}
