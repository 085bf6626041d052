package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.RosterScore;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.Rule;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.solver.Violation;

/** One person's duties of all plans and sites around some days, judged by the scorer's rules. Never changes; for one thread. */
public final class MemberRoster {

    private record Broken(Rule rule, Assignment assignment) {}

    private final PracticeFacts facts;
    private final RosterFrame frame;
    private final List<Duty> duties;
    private final List<DatePeriod> leave;
    private @Nullable RosterScore scored;

    MemberRoster(PracticeFacts facts, RosterFrame frame, Collection<Duty> duties, List<DatePeriod> leave) {
        this.facts = facts;
        this.frame = frame;
        this.duties = List.copyOf(duties);
        this.leave = leave;
    }

    public UUID memberId() {
        return member().id();
    }

    public Member member() {
        return engagement().member();
    }

    public List<Duty> duties() {
        return duties;
    }

    public MemberRoster with(Collection<Duty> more) {
        List<Duty> all = new ArrayList<>(duties);
        all.addAll(more);
        return new MemberRoster(facts, frame, all, leave);
    }

    public MemberRoster without(Collection<Duty> fewer) {
        Set<UUID> gone = fewer.stream().map(Duty::id).collect(Collectors.toSet());
        return new MemberRoster(
                facts,
                frame,
                duties.stream().filter(duty -> !gone.contains(duty.id())).toList(),
                leave);
    }

    /** What taking on these duties would break that is not broken now; empty when the person may have them. */
    public List<Breach> breaches(Collection<Duty> taken) {
        List<Breach> breaches = new ArrayList<>();
        taken.forEach(duty -> unlawful(duty).ifPresent(breaches::add));
        Set<Broken> before = score().violations().stream()
                .map(one -> new Broken(one.rule(), one.assignment()))
                .collect(Collectors.toCollection(HashSet::new));
        for (Violation violation : with(taken).score().violations()) {
            if (before.add(new Broken(violation.rule(), violation.assignment()))) {
                breaches.add(new Breach(
                        violation.rule().code(),
                        "duty.rule." + violation.rule().code(),
                        List.of(frame.horizon().date(violation.assignment().day()))));
            }
        }
        return breaches;
    }

    /** Why the person may not practise this duty at all, if so; cheap, so it is asked first. */
    public Optional<Breach> unlawful(Duty duty) {
        if (duty.category() != null && duty.category() != member().category()) {
            return Optional.of(new Breach(
                    "category", "duty.rule.category", List.of(duty.category().code())));
        }
        if (duty.specialty() != null && !duty.specialty().equals(member().specialty())) {
            return Optional.of(new Breach("specialty", "duty.rule.specialty", List.of(duty.specialty())));
        }
        return LawfulPractice.decide(
                        PracticeQuestion.on(duty.date(), memberId(), duty.institutionId(), duty.specialty()), facts)
                .refusals()
                .findFirst()
                .map(refusal -> new Breach(refusal.code(), "practice." + refusal.code(), refusal.args()));
    }

    /** What the duties cost in fairness, travel and wishes, by rule; cover is not part of it. */
    public Map<Rule, Long> costs() {
        Map<Rule, Long> costs = new LinkedHashMap<>(score().byRule());
        costs.keySet().removeAll(Set.of(Rule.BELOW_MINIMUM, Rule.BELOW_DESIRED, Rule.ABOVE_DESIRED));
        return costs;
    }

    /** The load around a day. */
    public Workload workload(LocalDate day) {
        LocalDate monday = AssociationZone.mondayOf(day);
        DatePeriod week = new DatePeriod(monday, monday.plusDays(7));
        DatePeriod month = new DatePeriod(monday.minusDays(14), monday.plusDays(14));
        return new Workload(minutes(week), minutes(month), (int) duties.stream()
                .filter(duty -> duty.night() && month.contains(duty.date()))
                .count());
    }

    private int minutes(DatePeriod days) {
        return duties.stream()
                .filter(duty -> days.contains(duty.date()))
                .mapToInt(Duty::minutes)
                .sum();
    }

    private RosterScore score() {
        RosterScore known = scored;
        if (known == null) {
            known = scoreAfresh();
            scored = known;
        }
        return known;
    }

    private RosterScore scoreAfresh() {
        Map<String, ShiftType> types = new LinkedHashMap<>();
        List<Assignment> assignments = new ArrayList<>();
        for (Duty duty : duties) {
            ShiftType type = DutyShapes.type(duty);
            types.putIfAbsent(type.id(), type);
            assignments.add(
                    new Assignment(memberId().toString(), frame.horizon().day(duty.date()), type.id()));
        }
        List<ShiftType> shapes = List.copyOf(types.values());
        RosterProblem problem = RosterProblem.of(
                        frame.horizon(),
                        frame.sites(),
                        shapes,
                        List.of(),
                        List.of(person(LawfulOptions.all(frame.horizon(), shapes))))
                .withTravelTimes(frame.travelTimes())
                .withFairness(frame.policy().fairness());
        return new RosterScorer().score(problem, assignments);
    }

    private Person person(LawfulOptions options) {
        Engagement engagement = engagement();
        return Person.of(memberId().toString(), engagement.home().toString(), options)
                .withLimits(frame.policy().limits())
                .withTargetMinutes(engagement.targetMinutes(frame.policy().dailyHours()))
                .withOutsideWeeklyMinutes(engagement.outsideWeeklyMinutes())
                .withDaysOff(DutyShapes.days(frame.horizon(), leave));
    }

    private Engagement engagement() {
        Set<UUID> sites = new HashSet<>();
        frame.institutions().forEach(site -> sites.add(site.id()));
        return new Engagement(facts, frame.horizon(), sites);
    }
}
