package org.yilianti.incentive.payrun.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.incentive.payrun.CalculationManagement;
import org.yilianti.incentive.payrun.PayRun;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.PayRunManagement;
import org.yilianti.incentive.payrun.PayRuns;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresRecentSignIn;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** The decisions about runs; each answers the run as it is afterwards. */
@RestController
@RequestMapping("/v1/pay-runs")
class PayRunController {

    private final PayRunManagement management;
    private final CalculationManagement calculations;
    private final PayRuns runs;
    private final RunAnswers answers;

    PayRunController(
            PayRunManagement management, CalculationManagement calculations, PayRuns runs, RunAnswers answers) {
        this.management = management;
        this.calculations = calculations;
        this.runs = runs;
        this.answers = answers;
    }

    @PostMapping
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RunAnswer> draft(@Valid @RequestBody RunRequests.RunDraft request, Caller caller, Locale locale) {
        PayRun run = management.draft(
                caller, request.month(), new EvaluationId(request.evaluationId()), new PayPoolId(request.poolId()));
        return ResponseEntity.created(address(run))
                .eTag(ExpectedVersion.etag(run.version()))
                .body(answers.of(run, locale));
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<RunAnswer.RunSummary> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                        runs.list(caller.association(), page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(RunAnswer.RunSummary::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<RunAnswer> read(@PathVariable UUID id, Caller caller, Locale locale) {
        requireWholeAssociation(caller);
        return answer(runs.get(caller.association(), new PayRunId(id)), locale);
    }

    /** Queues a calculation; the run's {@code calculation} tells how it goes. */
    @PostMapping("/{id}/calculations")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RunAnswer> calculate(@PathVariable UUID id, Caller caller, Locale locale) {
        PayRun run = calculations.request(caller, new PayRunId(id));
        return ResponseEntity.accepted()
                .location(address(run))
                .eTag(ExpectedVersion.etag(run.version()))
                .body(answers.of(run, locale));
    }

    /** Computes the run again from its stored inputs and compares; nothing is changed. */
    @GetMapping("/{id}/recomputation")
    @Requires({Role.PAYROLL_REVIEWER, Role.AUDITOR})
    RunAnswer.RunRecomputation recompute(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return RunAnswer.RunRecomputation.of(calculations.recompute(caller, new PayRunId(id)));
    }

    @PostMapping("/{id}/reviews")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<RunAnswer> review(
            @PathVariable UUID id,
            @Valid @RequestBody RunRequests.RunReview request,
            @Nullable ExpectedVersion expected,
            Caller caller,
            Locale locale) {
        return answer(
                management.review(caller, new PayRunId(id), expected, request.approved(), request.note()), locale);
    }

    @PostMapping("/{id}/notices")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<RunAnswer> giveNotice(@PathVariable UUID id, Caller caller, Locale locale) {
        return answer(management.giveNotice(caller, new PayRunId(id)), locale);
    }

    @PostMapping("/{id}/finalisations")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    @RequiresRecentSignIn
    ResponseEntity<RunAnswer> finalise(@PathVariable UUID id, Caller caller, Locale locale) {
        return answer(management.finalise(caller, new PayRunId(id)), locale);
    }

    @PostMapping("/{id}/payments")
    @Requires(Role.PAYROLL_OFFICER)
    @RequiresRecentSignIn
    ResponseEntity<RunAnswer> pay(@PathVariable UUID id, Caller caller, Locale locale) {
        return answer(management.pay(caller, new PayRunId(id)), locale);
    }

    @PostMapping("/{id}/cancellations")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<RunAnswer> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody RunRequests.RunCancellation request,
            Caller caller,
            Locale locale) {
        return answer(management.cancel(caller, new PayRunId(id), request.reason()), locale);
    }

    private ResponseEntity<RunAnswer> answer(PayRun run, Locale locale) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(run.version())).body(answers.of(run, locale));
    }

    private static URI address(PayRun run) {
        return URI.create("/v1/pay-runs/" + run.id().value());
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
