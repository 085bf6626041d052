package org.yilianti.incentive.evaluation.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.evaluation.EntrySheet;
import org.yilianti.incentive.evaluation.EntrySheetManagement;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.EvaluationInputs;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.sheet.SheetFile;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;

/** Values and qualities as CSV or XLSX: the table to fill in, and what was filled in; all faults of a file come at once. */
@RestController
@RequestMapping("/v1/evaluations/{id}")
class EntrySheetController {

    private final EntrySheetManagement management;
    private final Evaluations evaluations;
    private final EvaluationInputs inputs;
    private final IndicatorSchemes schemes;

    EntrySheetController(
            EntrySheetManagement management,
            Evaluations evaluations,
            EvaluationInputs inputs,
            IndicatorSchemes schemes) {
        this.management = management;
        this.evaluations = evaluations;
        this.inputs = inputs;
        this.schemes = schemes;
    }

    /** A line for each institution in scope and each indicator whose values are entered, with those that are there. */
    @GetMapping(
            path = "/measures/sheet",
            produces = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE, "application/problem+json"})
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    ResponseEntity<byte[]> sheet(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, Caller caller) {
        SheetFormat form = SheetFormat.of(format);
        Evaluation evaluation =
                evaluations.get(caller.association(), new EvaluationId(id), caller.scope(Role.EVALUATOR, Role.AUDITOR));
        return form.answer(
                "measures-" + evaluation.month(),
                "measures",
                EntrySheet.of(
                        evaluation,
                        schemes.get(caller.association(), evaluation.scheme()),
                        inputs.entered(evaluation.id())));
    }

    @PutMapping("/measures/sheet")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> measures(
            @PathVariable UUID id, @RequestBody byte[] content, ExpectedVersion expected, Caller caller) {
        management.measures(caller, new EvaluationId(id), expected, SheetFile.rows(content));
        return answer(id, caller);
    }

    /** Columns staffNo and quality. */
    @PutMapping("/quality/sheet")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EvaluationAnswer> qualities(
            @PathVariable UUID id, @RequestBody byte[] content, ExpectedVersion expected, Caller caller) {
        management.qualities(caller, new EvaluationId(id), expected, SheetFile.rows(content));
        return answer(id, caller);
    }

    private ResponseEntity<EvaluationAnswer> answer(UUID id, Caller caller) {
        Evaluation evaluation =
                evaluations.get(caller.association(), new EvaluationId(id), caller.scope(Role.EVALUATOR));
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(evaluation.version()))
                .body(EvaluationAnswer.of(evaluation, inputs));
    }
}
