package org.yilianti.incentive.verification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.verification.VerificationItem;
import org.yilianti.incentive.verification.VerificationItems;
import org.yilianti.incentive.verification.VerificationManagement;
import org.yilianti.incentive.verification.VerificationManagement.Order;
import org.yilianti.incentive.verification.VerificationManagement.Reproduction;
import org.yilianti.incentive.verification.VerificationSample;
import org.yilianti.incentive.verification.VerificationSamples;
import org.yilianti.incentive.verification.VerifiedCountManagement;
import org.yilianti.incentive.verification.web.VerificationAnswer.ItemAnswer;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Draws, judges, completes and shows verification samples. */
@RestController
class VerificationController {

    private final VerificationManagement management;
    private final VerifiedCountManagement counts;
    private final VerificationSamples samples;
    private final VerificationItems items;

    VerificationController(
            VerificationManagement management,
            VerifiedCountManagement counts,
            VerificationSamples samples,
            VerificationItems items) {
        this.management = management;
        this.counts = counts;
        this.samples = samples;
        this.items = items;
    }

    @PostMapping("/v1/verification-samples")
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VerificationAnswer> draw(@Valid @RequestBody SampleOrder order, Caller caller) {
        VerificationSample drawn = management.draw(caller, order.toOrder());
        return ResponseEntity.created(URI.create("/v1/verification-samples/" + drawn.id()))
                .eTag(ExpectedVersion.etag(drawn.version()))
                .body(VerificationAnswer.of(drawn));
    }

    @GetMapping("/v1/verification-samples")
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    Page<VerificationAnswer> list(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable Boolean completed,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        samples.list(
                                caller.association(),
                                caller.scope(Role.EVALUATOR, Role.AUDITOR),
                                month,
                                completed,
                                page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(VerificationAnswer::of);
    }

    @GetMapping("/v1/verification-samples/{id}")
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    ResponseEntity<VerificationAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(readable(id, caller));
    }

    @GetMapping("/v1/verification-samples/{id}/items")
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    Page<ItemAnswer> items(@PathVariable UUID id, PageRequest page, Caller caller) {
        return Page.of(items.of(readable(id, caller).id(), page), page, one -> Cursor.of(one.record()))
                .map(ItemAnswer::of);
    }

    /** Verifies or refutes a record, or judges it anew until the sample is completed. */
    @PutMapping("/v1/verification-samples/{id}/items/{recordId}")
    @Requires(Role.EVALUATOR)
    ResponseEntity<ItemAnswer> judge(
            @PathVariable UUID id,
            @PathVariable UUID recordId,
            @Valid @RequestBody Verdict verdict,
            ExpectedVersion expected,
            Caller caller) {
        VerificationItem judged =
                management.judge(caller, id, recordId, expected, verdict.verified(), verdict.finding());
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(judged.version())).body(ItemAnswer.of(judged));
    }

    /** Draws it again from its seed and the records it was drawn from, for whoever doubts it. */
    @GetMapping("/v1/verification-samples/{id}/reproduction")
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    ReproductionAnswer reproduce(@PathVariable UUID id, Caller caller) {
        Reproduction again = management.reproduce(readable(id, caller));
        return new ReproductionAnswer(again.claimed(), again.records(), again.same());
    }

    /** Somebody who judged no item completes it. */
    @PostMapping("/v1/verification-samples/{id}/completions")
    @Requires(Role.EVALUATOR)
    ResponseEntity<VerificationAnswer> complete(@PathVariable UUID id, Caller caller) {
        return answer(management.complete(caller, id));
    }

    /** Enters what is left of the claim, or the error rate for an indicator of errors, into an open evaluation of the same month. */
    @PutMapping("/v1/evaluations/{id}/verified-counts")
    @Requires(Role.EVALUATOR)
    ResponseEntity<VerifiedEntry> enter(
            @PathVariable UUID id, @Valid @RequestBody CountOrder order, ExpectedVersion expected, Caller caller) {
        Evaluation entered = counts.enter(caller, new EvaluationId(id), expected, order.sampleId());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(entered.version()))
                .body(new VerifiedEntry(id, entered.version()));
    }

    private VerificationSample readable(UUID id, Caller caller) {
        return samples.find(caller.association(), id, caller.scope(Role.EVALUATOR, Role.AUDITOR))
                .orElseThrow(() -> Refusal.notFound("verification.not-found", id));
    }

    private static ResponseEntity<VerificationAnswer> answer(VerificationSample one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(VerificationAnswer.of(one));
    }

    /**
     * What a sample is to be drawn of.
     *
     * @param kind of service; all when it is left out
     * @param size what the policy says when it is left out
     */
    record SampleOrder(
            @NotNull UUID institutionId,
            @NotBlank @Size(max = 50) String indicator,
            @NotNull YearMonth month,
            @Size(max = 40) @Nullable String kind,
            @Min(1) @Max(5000) @Nullable Integer size) {

        Order toOrder() {
            return new Order(institutionId, indicator, month, Objects.requireNonNullElse(kind, ""), size);
        }
    }

    /** What was found; a finding is needed to refute. */
    record Verdict(
            @NotNull Boolean verified,
            @Size(max = 1000) @Nullable String finding) {}

    /** The sample whose count is entered. */
    record CountOrder(@NotNull UUID sampleId) {}

    /** The evaluation after it. */
    record VerifiedEntry(UUID evaluationId, long version) {}

    /** The records that were drawn again, in the order of the draw. */
    record ReproductionAnswer(int claimed, List<UUID> recordIds, boolean same) {}
}
