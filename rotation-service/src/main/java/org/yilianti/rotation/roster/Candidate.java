package org.yilianti.rotation.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
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
    private final Map<Asked, Boolean> decisions = new HashMap<>();
    private final LawfulOptions options;
    private boolean mayWork;

    Candidate(
            PracticeFacts facts,
            Horizon horizon,
            Set<UUID> planned,
            List<SiteShift> shifts,
            List<ShiftType> types,
            List<Duty> otherDuties) {
        this.facts = facts;
        this.horizon = horizon;
        this.planned = planned;
        this.otherDuties = otherDuties;
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
        sites.add(home());
        otherDuties.forEach(duty -> sites.add(duty.institutionId()));
        return sites;
    }

    Person person(RosterSettings settings) {
        return Person.of(member().id().toString(), home().toString(), options)
                .withLimits(settings.limits())
                .withTargetMinutes(targetMinutes(settings))
                .withOutsideWeeklyMinutes(outsideWeeklyMinutes())
                .withDaysOff(daysElsewhere())
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
        return Objects.requireNonNull(facts.member());
    }

    /** The main institution in this month, or any other of the person's. */
    private UUID home() {
        LocalDate last = horizon.date(horizon.days() - 1);
        return facts.appointments().stream()
                .max(Comparator.comparing((Appointment one) -> one.period().contains(horizon.start())
                                || one.period().contains(last))
                        .thenComparing(Appointment::main)
                        .thenComparing(Appointment::ftePercent)
                        .thenComparing(Appointment::id))
                .map(Appointment::institutionId)
                .orElseGet(() -> planned.iterator().next());
    }

    /** Full-time hours of the month's weekdays by the FTE at planned sites; for guests the hours of their agreements. */
    private int targetMinutes(RosterSettings settings) {
        long workdays = IntStream.range(0, horizon.days())
                .mapToObj(day -> horizon.date(day).getDayOfWeek())
                .filter(day -> day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY)
                .count();
        int percent = facts.appointments().stream()
                .filter(one -> planned.contains(one.institutionId()))
                .mapToInt(Appointment::ftePercent)
                .sum();
        long own = workdays * settings.dailyHours() * 60 * Math.min(100, percent) / 100;
        int asGuest = outsideWeeklyMinutes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                * horizon.days()
                / 7;
        return Math.max(1, own > 0 ? Math.toIntExact(own) : asGuest);
    }

    private Map<String, Integer> outsideWeeklyMinutes() {
        Map<String, Integer> caps = new HashMap<>();
        for (PracticeAgreement agreement : facts.agreements()) {
            if (planned.contains(agreement.hostInstitutionId())
                    && !agreement.hostInstitutionId().equals(home())) {
                caps.merge(agreement.hostInstitutionId().toString(), agreement.weeklyMinutes(), Math::max);
            }
        }
        return caps;
    }

    /** Days on which a duty of another published plan begins or ends. */
    private Set<Integer> daysElsewhere() {
        Set<Integer> days = new HashSet<>();
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
