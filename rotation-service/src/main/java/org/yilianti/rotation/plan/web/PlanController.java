package org.yilianti.rotation.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.Era;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.MonthlyPlans;
import org.yilianti.rotation.plan.PlanManagement;
import org.yilianti.rotation.plan.PlanProgresses;
import org.yilianti.rotation.plan.PublicationManagement;
import org.yilianti.rotation.plan.UnmetShifts;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.DutyFilter;
import org.yilianti.rotation.roster.web.DutyResource;

/** Requests, shows and publishes plans. */
@RestController
@RequestMapping("/v1/roster-plans")
class PlanController {

    private static final Role[] READERS = {Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final MonthlyPlans plans;
    private final Duties duties;
    private final UnmetShifts unmet;
    private final PlanManagement management;
    private final PublicationManagement publications;
    private final PlanProgresses progresses;
    private final Sights sights;
    private final ProblemFactory texts;

    PlanController(
            MonthlyPlans plans,
            Duties duties,
            UnmetShifts unmet,
            PlanManagement management,
            PublicationManagement publications,
            PlanProgresses progresses,
            Sights sights,
            ProblemFactory texts) {
        this.plans = plans;
        this.duties = duties;
        this.unmet = unmet;
        this.management = management;
        this.publications = publications;
        this.progresses = progresses;
        this.sights = sights;
        this.texts = texts;
    }

    /** Which plan in force the publisher means to replace, where it appeared since the draft was asked for. */
    record PlanPublication(@Nullable UUID replaces) {}

    /** How to search for the next version. */
    record PlanRevision(
            @NotNull @Min(1) @Max(3600) Integer seconds,
            @NotNull Long seed) {}

    /** Nothing needs to be said to cancel. */
    record PlanCancellation() {}

    @GetMapping
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<PlanResource> list(@RequestParam @Nullable String month, PageRequest page, Locale locale, Caller caller) {
        return Page.of(plans.list(sights.of(caller, READERS), month(month), page), page, row -> Cursor.of(row.id()))
                .map(plan -> PlanResource.of(plan, null, texts, locale));
    }

    /** Solving takes long: the answer is 202, and the plan tells how far it has come. */
    @PostMapping
    @Requires(Role.SCHEDULER)
    ResponseEntity<PlanResource> request(@Valid @RequestBody PlanRequest request, Caller caller) {
        MonthlyPlan plan = management.request(
                caller, Era.month(request.month()), request.institutionIds(), request.seconds(), request.seed());
        return accepted(plan);
    }

    @GetMapping("/{id}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<PlanResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        MonthlyPlan plan = find(id, caller);
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(plan.version()))
                .body(PlanResource.of(plan, progresses.of(id).orElse(null), texts, locale));
    }

    @GetMapping("/{id}/duties")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<DutyResource> duties(@PathVariable UUID id, PageRequest page, Caller caller) {
        Sight sight = sights.of(caller, READERS);
        DutyFilter ofPlan = new DutyFilter(find(id, caller).id(), null, null, null, null, null);
        return Page.of(duties.list(sight, ofPlan, page), page, row -> Cursor.of(row.date(), row.id()))
                .map(DutyResource::of);
    }

    @GetMapping("/{id}/unmet-demand")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<UnmetResource> unmetDemand(@PathVariable UUID id, PageRequest page, Locale locale, Caller caller) {
        return Page.of(unmet.list(find(id, caller).id(), page), page, row -> Cursor.of(row.position()))
                .map(row -> UnmetResource.of(row.shift(), texts, locale));
    }

    /** Publishes; {@code replaces} names a plan in force that appeared, or whose duties changed hands, since this draft was asked for. */
    @PostMapping("/{id}/publications")
    @Requires(Role.SCHEDULER)
    ResponseEntity<PlanResource> publish(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable PlanPublication said,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(publications.publish(caller, id, expected, said == null ? null : said.replaces()));
    }

    /** Another version of a draft: goes on from its duties and keeps its pins. */
    @PostMapping("/{id}/revisions")
    @Requires(Role.SCHEDULER)
    ResponseEntity<PlanResource> revise(
            @PathVariable UUID id,
            @Valid @RequestBody PlanRevision revision,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return accepted(management.revise(caller, id, expected, revision.seconds(), revision.seed()));
    }

    /** Gives a plan up that is queued or being solved. */
    @PostMapping("/{id}/cancellations")
    @Requires(Role.SCHEDULER)
    ResponseEntity<PlanResource> cancel(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable PlanCancellation nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.cancel(caller, id, expected));
    }

    private static ResponseEntity<PlanResource> accepted(MonthlyPlan plan) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/roster-plans/" + plan.id()))
                .body(PlanResource.of(plan));
    }

    private MonthlyPlan find(UUID id, Caller caller) {
        return plans.find(sights.of(caller, READERS), id).orElseThrow(() -> Refusal.notFound("plan.unknown", id));
    }

    private static ResponseEntity<PlanResource> answer(MonthlyPlan plan) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(plan.version())).body(PlanResource.of(plan));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : Era.month(text);
    }
}
