package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyShapes;
import org.yilianti.rotation.roster.Engagement;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.roster.RosterSettings;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.ShiftType;

/** A member of staff who may come into question for a plan, and what the solver needs to know of them. */
final class Candidate {

    /** Decisions are the same for all shifts of one site and specialty on one day. */
    private record Asked(UUID institutionId, @Nullable String specialty, LocalDate day) {}

    private final PracticeFacts facts;
    private final Horizon horizon;
    private final Set<UUID> planned;
    private final Map<String, SiteShift> shiftsByKey = new HashMap<>();
    private final List<Duty> otherDuties;
    private final List<DatePeriod> leave;
    private final Map<Asked, Boolean> decisions = new HashMap<>();
    private final LawfulOptions options;
    private final Engagement engagement;
    private boolean mayWork;

    Candidate(
            PracticeFacts facts,
            Horizon horizon,
            Set<UUID> planned,
            List<SiteShift> shifts,
            List<ShiftType> types,
            List<Duty> otherDuties,
            List<DatePeriod> leave) {
        this.facts = facts;
        this.engagement = new Engagement(facts, horizon, planned);
        this.horizon = horizon;
        this.planned = planned;
        this.otherDuties = otherDuties;
        this.leave = leave;
        shifts.forEach(shift -> shiftsByKey.put(shift.key(), shift));
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
        otherDuties.forEach(duty -> sites.add(duty.institutionId()));
        return sites;
    }

    Person person(RosterSettings settings) {
        return Person.of(member().id().toString(), engagement.home().toString(), options)
                .withLimits(settings.limits())
                .withTargetMinutes(engagement.targetMinutes(settings.dailyHours()))
                .withOutsideWeeklyMinutes(engagement.outsideWeeklyMinutes())
                .withDaysOff(daysOff())
                .withHistory(new PastDuties(
                                horizon.start(),
                                otherDuties.stream()
                                        .filter(duty -> duty.date().isBefore(horizon.start()))
                                        .toList())
                        .history());
    }

    private boolean lawful(LocalDate day, ShiftType type) {
        SiteShift at = Objects.requireNonNull(shiftsByKey.get(type.id()));
        String specialty = at.shift().specialty();
        if (at.shift().category() != member().category()
                || (specialty != null && !specialty.equals(member().specialty()))) {
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

    /** Days of leave, and those on which a duty of another published plan begins or ends. */
    private Set<Integer> daysOff() {
        Set<Integer> days = DutyShapes.days(horizon, leave);
        otherDuties.stream()
                .filter(duty -> !planned.contains(duty.institutionId()))
                .filter(duty -> !duty.date().isBefore(horizon.start()))
                .forEach(duty -> {
                    days.add(horizon.day(duty.date()));
                    int lastDay =
                            horizon.day(AssociationZone.dayOf(duty.endsAt().minusMillis(1)));
                    if (horizon.contains(lastDay)) {
                        days.add(lastDay);
                    }
                });
        return days;
    }
}
