package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.time.YearMonth;
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
import org.yilianti.rotation.directory.Title;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.solver.Horizon;
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

    private record Broken(Rule rule, LocalDate day) {}

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
        Set<YearMonth> months =
                taken.stream().map(duty -> YearMonth.from(duty.date())).collect(Collectors.toSet());
        Set<Broken> before = new HashSet<>(broken(months));
        for (Broken broken : with(taken).broken(months)) {
            if (before.add(broken)) {
                breaches.add(new Breach(broken.rule.code(), "duty.rule." + broken.rule.code(), List.of(broken.day)));
            }
        }
        return breaches;
    }

    /** What is broken, and the days of it; limits of a calendar month are judged for these months. */
    private List<Broken> broken(Set<YearMonth> months) {
        List<Broken> broken = new ArrayList<>();
        score().violations().forEach(one -> broken.add(broken(one, frame.horizon())));
        for (YearMonth month : months) {
            Horizon days = new Horizon(month.atDay(1), month.lengthOfMonth());
            monthly(month, days).violations().forEach(one -> broken.add(broken(one, days)));
        }
        return broken;
    }

    private static Broken broken(Violation violation, Horizon horizon) {
        return new Broken(violation.rule(), horizon.date(violation.assignment().day()));
    }

    /** The month by the limits of a month alone. */
    private RosterScore monthly(YearMonth month, Horizon days) {
        DutyLine ofMonth = new DutyLine(duties, frame.demanded()).of(month);
        List<ShiftType> types = ofMonth.types().stream()
                .map(type -> new ShiftType(type.id(), type.site(), type.startMinute(), type.minutes(), type.night()))
                .toList();
        Person person = Person.of(memberId().toString(), engagement().home().toString(), LawfulOptions.all(days, types))
                .withLimits(frame.limits().monthly(frame.limits().dutiesPerType(ofMonth.limited())));
        RosterProblem problem = RosterProblem.of(days, frame.sites(), types, List.of(), List.of(person));
        return new RosterScorer().score(problem, ofMonth.assignments(person.id(), days));
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
        Title least = frame.demanded()
                .of(duty.institutionId(), duty.date(), duty.shift())
                .leastTitle();
        if (least != null && member().title().compareTo(least) < 0) {
            return Optional.of(new Breach("title", "duty.rule.title", List.of(least.code())));
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
        DutyLine line = new DutyLine(duties, frame.demanded());
        List<ShiftType> types = line.types();
        RosterProblem problem = RosterProblem.of(
                        frame.horizon(),
                        frame.sites(),
                        types,
                        List.of(),
                        List.of(person(LawfulOptions.all(frame.horizon(), types))))
                .withTravelTimes(frame.travelTimes())
                .withFairness(frame.policy().fairness());
        return new RosterScorer().score(problem, line.assignments(memberId().toString(), frame.horizon()));
    }

    private Person person(LawfulOptions options) {
        Engagement engagement = engagement();
        return Person.of(memberId().toString(), engagement.home().toString(), options)
                .withLimits(frame.limits().running())
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
