package org.yilianti.rotation.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.MonthlyPlans;
import org.yilianti.rotation.plan.RosterDifference;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;

/** Compares plans: two versions, or one with the roster in force. */
@RestController
class DifferenceController {

    private static final Role[] READERS = {Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final MonthlyPlans plans;
    private final Duties duties;
    private final Members members;
    private final Sights sights;

    DifferenceController(MonthlyPlans plans, Duties duties, Members members, Sights sights) {
        this.plans = plans;
        this.duties = duties;
        this.members = members;
        this.sights = sights;
    }

    /**
     * A day of one person that differs.
     *
     * @param staffNo null, as is the name, of somebody whom the directory does not know any more
     * @param before null, as is {@code after}, for a free day
     */
    record DayDifference(
            UUID memberId,
            @Nullable String staffNo,
            @Nullable String name,
            LocalDate date,
            @Nullable ComparedDuty before,
            @Nullable ComparedDuty after) {}

    /** A duty on one side. */
    record ComparedDuty(UUID institutionId, String shift) {

        static @Nullable ComparedDuty of(@Nullable Duty duty) {
            return duty == null ? null : new ComparedDuty(duty.institutionId(), duty.shift());
        }
    }

    /** Two plans side by side: what each costs and leaves open, and every day that differs, by date and person. */
    record PlanComparison(
            @Nullable UUID against, PlanResource plan, List<PlanResource> other, Page<DayDifference> days) {}

    /** @param against another plan of the month; without it, what is in force at the plan's institutions (for a published plan: before it) */
    @GetMapping("/v1/roster-plans/{id}/differences")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    PlanComparison compare(
            @PathVariable UUID id, @RequestParam @Nullable UUID against, PageRequest page, Caller caller) {
        Sight sight = sights.of(caller, READERS);
        MonthlyPlan plan = find(sight, id);
        List<MonthlyPlan> others = against == null ? plans.beforeIt(plan) : List.of(find(sight, against));
        List<Duty> before = new ArrayList<>();
        others.forEach(other -> before.addAll(duties.ofPlan(other.id())));
        List<RosterDifference> all = RosterDifference.between(before, duties.ofPlan(id));
        Page<RosterDifference> days = Page.of(from(all, page), page, row -> Cursor.of(row.date(), row.memberId()));
        Map<UUID, Member> people = members.byId(
                sight.association(),
                days.items().stream().map(RosterDifference::memberId).collect(Collectors.toSet()));
        return new PlanComparison(
                against,
                PlanResource.of(plan),
                others.stream().map(PlanResource::of).toList(),
                days.map(row -> difference(row, people.get(row.memberId()))));
    }

    private static DayDifference difference(RosterDifference row, @Nullable Member person) {
        return new DayDifference(
                row.memberId(),
                person == null ? null : person.staffNo(),
                person == null ? null : person.name(),
                row.date(),
                ComparedDuty.of(row.before()),
                ComparedDuty.of(row.after()));
    }

    private MonthlyPlan find(Sight sight, UUID id) {
        return plans.find(sight, id).orElseThrow(() -> Refusal.notFound("plan.unknown", id));
    }

    private static List<RosterDifference> from(List<RosterDifference> all, PageRequest page) {
        Cursor after = page.after();
        return all.stream()
                .filter(row -> after == null || isAfter(row, after.date(0), after.id(1)))
                .limit(page.fetchSize())
                .toList();
    }

    private static boolean isAfter(RosterDifference row, LocalDate date, UUID member) {
        int byDate = row.date().compareTo(date);
        return byDate > 0 || (byDate == 0 && row.memberId().compareTo(member) > 0);
    }
}
