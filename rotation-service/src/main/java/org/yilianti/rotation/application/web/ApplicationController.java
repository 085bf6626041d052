package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.application.ApplicationFilter;
import org.yilianti.rotation.application.ApplicationManagement;
import org.yilianti.rotation.application.ApplicationWish;
import org.yilianti.rotation.application.PracticeApplication;
import org.yilianti.rotation.application.PracticeApplications;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Applies for multi-site practice; who decides is at {@link ApplicationDecisionController}. */
@RestController
@RequestMapping("/v1/practice-applications")
class ApplicationController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final PracticeApplications applications;
    private final ApplicationManagement management;
    private final Members members;
    private final PracticeAgreements agreements;
    private final Sights sights;
    private final ProblemFactory texts;

    ApplicationController(
            PracticeApplications applications,
            ApplicationManagement management,
            Members members,
            PracticeAgreements agreements,
            Sights sights,
            ProblemFactory texts) {
        this.applications = applications;
        this.management = management;
        this.members = members;
        this.agreements = agreements;
        this.sights = sights;
        this.texts = texts;
    }

    /** What the applicant answers. */
    record QuestionAnswer(@NotBlank @Size(max = 1000) String answer) {}

    /** Why it is taken back. */
    record WithdrawalReason(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<ApplicationResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Boolean pending,
            @RequestParam(defaultValue = "made") String sort,
            PageRequest page,
            Locale locale,
            Caller caller) {
        ApplicationFilter filter = ApplicationQuery.filter(member, institution, state, pending, sort);
        List<PracticeApplication> rows = applications.list(sights.of(caller, READERS), caller.name(), filter, page);
        return Page.of(rows, page, row -> PracticeApplications.cursor(row, filter))
                .map(row -> ApplicationResource.of(row, texts, locale));
    }

    @PostMapping
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> submit(
            @Valid @RequestBody ApplicationRequest request, Locale locale, Caller caller) {
        ApplicationWish wish = request.wish(memberId(request, caller));
        PracticeApplication submitted =
                request.isDraft() ? management.draft(caller, wish) : management.submit(caller, wish);
        return ResponseEntity.created(URI.create("/v1/practice-applications/" + submitted.id()))
                .eTag(ExpectedVersion.etag(submitted.version()))
                .body(ApplicationResource.of(submitted, texts, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<ApplicationResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        return answer(find(caller, id), locale);
    }

    /** The whole life, with what became of the agreement. */
    @GetMapping("/{id}/timeline")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    TimelineResource timeline(@PathVariable UUID id, Caller caller) {
        PracticeApplication found = find(caller, id);
        return TimelineResource.of(found, agreements.historyOf(found.association(), found.id()));
    }

    /** Puts other terms into a draft. */
    @PutMapping("/{id}")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> revise(
            @PathVariable UUID id,
            ExpectedVersion version,
            @Valid @RequestBody ApplicationRequest request,
            Locale locale,
            Caller caller) {
        return answer(management.revise(caller, id, version.value(), request.terms()), locale);
    }

    @PostMapping("/{id}/submissions")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> submitDraft(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Locale locale,
            Caller caller) {
        return answer(management.submitDraft(caller, id, OptionalVersion.of(ifMatch)), locale);
    }

    @PostMapping("/{id}/answers")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> answer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuestionAnswer answer,
            Locale locale,
            Caller caller) {
        return answer(management.answer(caller, id, OptionalVersion.of(ifMatch), answer.answer()), locale);
    }

    @PostMapping("/{id}/withdrawals")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody WithdrawalReason reason,
            Locale locale,
            Caller caller) {
        return answer(management.withdraw(caller, id, OptionalVersion.of(ifMatch), reason.reason()), locale);
    }

    private PracticeApplication find(Caller caller, UUID id) {
        return applications
                .find(sights.of(caller, READERS), caller.name(), id)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }

    private UUID memberId(ApplicationRequest request, Caller caller) {
        UUID id = request.memberId();
        String staffNo = request.staffNo();
        if (id == null && staffNo == null) {
            throw Refusal.invalid("member.not-named").at("/memberId");
        }
        return id != null
                ? id
                : Optional.ofNullable(staffNo)
                        .map(number -> members.idsByStaffNo(caller.association(), List.of(number))
                                .get(number))
                        .orElseThrow(() -> Refusal.invalid("member.unknown", String.valueOf(staffNo))
                                .at("/staffNo"));
    }

    private ResponseEntity<ApplicationResource> answer(PracticeApplication application, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(application.version()))
                .body(ApplicationResource.of(application, texts, locale));
    }
}
