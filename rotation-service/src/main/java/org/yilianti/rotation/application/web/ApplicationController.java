package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.application.ApplicationManagement;
import org.yilianti.rotation.application.ApplicationState;
import org.yilianti.rotation.application.PracticeApplication;
import org.yilianti.rotation.application.PracticeApplications;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Applies for multi-site practice and decides on it. */
@RestController
@RequestMapping("/v1/practice-applications")
class ApplicationController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final PracticeApplications applications;
    private final ApplicationManagement management;
    private final Members members;
    private final Sights sights;
    private final ProblemFactory texts;

    ApplicationController(
            PracticeApplications applications,
            ApplicationManagement management,
            Members members,
            Sights sights,
            ProblemFactory texts) {
        this.applications = applications;
        this.management = management;
        this.members = members;
        this.sights = sights;
        this.texts = texts;
    }

    /** Something to say along with a yes. */
    record StepNote(@Nullable @Size(max = 1000) String note) {}

    /** Why not. */
    record StepReason(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<ApplicationResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String state,
            PageRequest page,
            Locale locale,
            Caller caller) {
        List<PracticeApplication> rows =
                applications.list(sights.of(caller, READERS), member, institution, state(state), page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> ApplicationResource.of(row, texts, locale));
    }

    @PostMapping
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> submit(
            @Valid @RequestBody ApplicationRequest request, Locale locale, Caller caller) {
        PracticeApplication submitted =
                management.submit(caller, memberId(request, caller), request.hostInstitutionId(), request.terms());
        return ResponseEntity.created(URI.create("/v1/practice-applications/" + submitted.id()))
                .eTag(ExpectedVersion.etag(submitted.version()))
                .body(ApplicationResource.of(submitted, texts, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<ApplicationResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        return answer(
                applications
                        .find(sights.of(caller, READERS), id)
                        .orElseThrow(() -> Refusal.notFound("application.unknown", id)),
                locale);
    }

    @PostMapping("/{id}/consents")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ApplicationResource> consent(
            @PathVariable UUID id, @Valid @RequestBody StepNote note, Locale locale, Caller caller) {
        return answer(management.consent(caller, id, note.note()), locale);
    }

    @PostMapping("/{id}/acceptances")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ApplicationResource> accept(
            @PathVariable UUID id, @Valid @RequestBody StepNote note, Locale locale, Caller caller) {
        return answer(management.accept(caller, id, note.note()), locale);
    }

    @PostMapping("/{id}/filings")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ApplicationResource> file(
            @PathVariable UUID id, @Valid @RequestBody StepNote note, Locale locale, Caller caller) {
        return answer(management.file(caller, id, note.note()), locale);
    }

    @PostMapping("/{id}/refusals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ApplicationResource> refuse(
            @PathVariable UUID id, @Valid @RequestBody StepReason reason, Locale locale, Caller caller) {
        return answer(management.refuse(caller, id, reason.reason()), locale);
    }

    @PostMapping("/{id}/withdrawals")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<ApplicationResource> withdraw(
            @PathVariable UUID id, @Valid @RequestBody StepReason reason, Locale locale, Caller caller) {
        return answer(management.withdraw(caller, id, reason.reason()), locale);
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

    private static @Nullable ApplicationState state(@Nullable String code) {
        try {
            return code == null ? null : ApplicationState.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(ApplicationState.values())
                            .map(ApplicationState::code)
                            .toList());
        }
    }
}
