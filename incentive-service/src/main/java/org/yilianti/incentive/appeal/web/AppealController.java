package org.yilianti.incentive.appeal.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.appeal.Appeal;
import org.yilianti.incentive.appeal.AppealManagement;
import org.yilianti.incentive.appeal.AppealStatus;
import org.yilianti.incentive.appeal.Appeals;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Appeals: of staff about their own pay, decided and read for the institutions of a grant. */
@RestController
class AppealController {

    private final AppealManagement management;
    private final Appeals appeals;

    AppealController(AppealManagement management, Appeals appeals) {
        this.management = management;
        this.appeals = appeals;
    }

    /** Appeals against a line of the caller's own announced statement, or an indicator behind it. */
    @PostMapping("/v1/pay-statements/{id}/appeals")
    @Requires(Role.STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppealAnswer> lodge(
            @PathVariable UUID id, @Valid @RequestBody AppealRequests.AppealObjection request, Caller caller) {
        Appeal appeal = management.lodge(caller, id, request.toObjection());
        return ResponseEntity.created(URI.create("/v1/pay-appeals/" + appeal.id()))
                .eTag(ExpectedVersion.etag(appeal.version()))
                .body(shown(appeal));
    }

    @GetMapping("/v1/my/pay-appeals")
    @Requires(Role.STAFF)
    Page<AppealAnswer> own(PageRequest page, Caller caller) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("payrun.no-staff-number", caller.name());
        }
        return Page.of(appeals.own(caller.association(), staffNo, page), page, one -> Cursor.of(one.id()))
                .map(this::shown);
    }

    @PostMapping("/v1/pay-appeals/{id}/withdrawals")
    @Requires(Role.STAFF)
    ResponseEntity<AppealAnswer> withdraw(@PathVariable UUID id, Caller caller) {
        return answer(management.withdraw(caller, id));
    }

    /** Appeals of the caller's institutions; those that should have been decided by now, when {@code overdue}. */
    @GetMapping("/v1/pay-appeals")
    @Requires({Role.PAYROLL_REVIEWER, Role.PAYROLL_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    Page<AppealAnswer> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean overdue,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        appeals.list(
                                caller.association(),
                                readable(caller),
                                status == null ? null : status(status),
                                overdue ? management.today() : null,
                                page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(this::shown);
    }

    @GetMapping("/v1/pay-appeals/{id}")
    @Requires({Role.PAYROLL_REVIEWER, Role.PAYROLL_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    ResponseEntity<AppealAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(appeals.find(caller.association(), id, readable(caller))
                .orElseThrow(() -> Refusal.notFound("appeal.not-found", id)));
    }

    @PostMapping("/v1/pay-appeals/{id}/decisions")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<AppealAnswer> decide(
            @PathVariable UUID id, @Valid @RequestBody AppealRequests.AppealDecision request, Caller caller) {
        return answer(management.decide(caller, id, request.upheld(), request.reason(), request.toRemedy()));
    }

    private ResponseEntity<AppealAnswer> answer(Appeal appeal) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(appeal.version())).body(shown(appeal));
    }

    private AppealAnswer shown(Appeal appeal) {
        return AppealAnswer.of(appeal, management.today());
    }

    private static AppealStatus status(String code) {
        try {
            return AppealStatus.of(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("appeal.status-unknown", code);
        }
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.PAYROLL_REVIEWER, Role.PAYROLL_OFFICER, Role.EVALUATOR, Role.AUDITOR);
    }
}
