package org.yilianti.incentive.evaluation.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.EvaluationInputs;
import org.yilianti.incentive.evaluation.EvaluationManagement;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.incentive.evaluation.ServiceCountManagement;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Opening, filling, closing and reading evaluations. */
@RestController
@RequestMapping("/v1/evaluations")
class EvaluationController {

    private final EvaluationManagement management;
    private final ServiceCountManagement counts;
    private final Evaluations evaluations;
    private final EvaluationInputs inputs;

    EvaluationController(
            EvaluationManagement management,
            ServiceCountManagement counts,
            Evaluations evaluations,
            EvaluationInputs inputs) {
        this.management = management;
        this.counts = counts;
        this.evaluations = evaluations;
        this.inputs = inputs;
    }

    @PostMapping
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EvaluationAnswer> open(
            @Valid @RequestBody EvaluationRequests.EvaluationOpening request, Caller caller) {
        Evaluation evaluation =
                management.open(caller, new SchemeId(request.schemeId()), request.month(), request.institutionIds());
        return ResponseEntity.created(
                        URI.create("/v1/evaluations/" + evaluation.id().value()))
                .eTag(ExpectedVersion.etag(evaluation.version()))
                .body(EvaluationAnswer.of(evaluation, inputs));
    }

    @GetMapping
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<EvaluationAnswer> list(PageRequest page, Caller caller) {
        return Page.of(
                        evaluations.list(caller.association(), readable(caller), page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(EvaluationAnswer::brief);
    }

    @GetMapping("/{id}")
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<EvaluationAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(caller, new EvaluationId(id));
    }

    @PutMapping("/{id}/measures")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> enter(
            @PathVariable UUID id,
            @Valid @RequestBody EvaluationRequests.MeasureEntry request,
            ExpectedVersion expected,
            Caller caller) {
        management.enter(caller, new EvaluationId(id), expected, request.toMeasures(), DataSource.ENTRY);
        return answer(caller, new EvaluationId(id));
    }

    /** Counts the records of delivered service that are confirmed and lawful. */
    @PutMapping("/{id}/service-counts")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> count(
            @PathVariable UUID id,
            @Valid @RequestBody EvaluationRequests.CountOrder order,
            ExpectedVersion expected,
            Caller caller) {
        counts.enter(caller, new EvaluationId(id), expected, order.indicator(), order.asked());
        return answer(caller, new EvaluationId(id));
    }

    @PutMapping("/{id}/quality")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> enterQuality(
            @PathVariable UUID id,
            @Valid @RequestBody EvaluationRequests.QualityEntry request,
            ExpectedVersion expected,
            Caller caller) {
        management.enterQuality(caller, new EvaluationId(id), expected, request.toQualities());
        return answer(caller, new EvaluationId(id));
    }

    @PostMapping("/{id}/closings")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> close(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        management.close(caller, new EvaluationId(id), expected);
        return answer(caller, new EvaluationId(id));
    }

    private ResponseEntity<EvaluationAnswer> answer(Caller caller, EvaluationId id) {
        Evaluation evaluation = evaluations.get(caller.association(), id, readable(caller));
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(evaluation.version()))
                .body(EvaluationAnswer.of(evaluation, inputs));
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
