package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.application.ApplicationState;
import org.yilianti.rotation.application.DecisionManagement;
import org.yilianti.rotation.application.PracticeApplication;
import org.yilianti.rotation.application.Verdict;
import org.yilianti.rotation.application.Verdict.Kind;

/** Decides on applications, one by one or many at once; who may is asked of grants and delegations. */
@RestController
@RequestMapping("/v1/practice-applications")
class ApplicationDecisionController {

    private final DecisionManagement decisions;
    private final ProblemFactory texts;

    ApplicationDecisionController(DecisionManagement decisions, ProblemFactory texts) {
        this.decisions = decisions;
        this.texts = texts;
    }

    /** Something to say along with a yes. */
    record StepNote(@Nullable @Size(max = 1000) String note) {}

    /** Why not. */
    record StepReason(@NotBlank @Size(max = 1000) String reason) {}

    /** What the office wants to know. */
    record StepQuestion(@NotBlank @Size(max = 1000) String question) {}

    /** Many decisions. */
    record BulkDecisions(@NotEmpty @Size(max = 200) List<@Valid @NotNull BulkDecision> items) {}

    /**
     * One of many.
     *
     * @param version what the decider has read; null when they do not say
     * @param note the reason of a refusal, the question of a request
     */
    record BulkDecision(
            @NotNull UUID id,
            @Nullable Long version,
            @NotNull Kind decision,
            @Nullable @Size(max = 1000) String note) {}

    /** What became of each, in order. */
    record BulkResults(List<BulkResult> items) {}

    /**
     * What became of one.
     *
     * @param state after the decision; null when it was refused
     * @param code why not; null when it was taken
     */
    record BulkResult(
            UUID id,
            boolean decided,
            @Nullable ApplicationState state,
            @Nullable Long version,
            @Nullable String code,
            @Nullable String message) {}

    @PostMapping("/{id}/consents")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ApplicationResource> consent(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepNote note,
            Locale locale,
            Caller caller) {
        return decide(caller, id, ifMatch, new Verdict(Kind.CONSENT, note.note()), locale);
    }

    @PostMapping("/{id}/acceptances")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ApplicationResource> accept(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepNote note,
            Locale locale,
            Caller caller) {
        return decide(caller, id, ifMatch, new Verdict(Kind.ACCEPT, note.note()), locale);
    }

    @PostMapping("/{id}/filings")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ApplicationResource> file(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepNote note,
            Locale locale,
            Caller caller) {
        return decide(caller, id, ifMatch, new Verdict(Kind.FILE, note.note()), locale);
    }

    @PostMapping("/{id}/refusals")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ApplicationResource> refuse(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepReason reason,
            Locale locale,
            Caller caller) {
        return decide(caller, id, ifMatch, new Verdict(Kind.REFUSE, reason.reason()), locale);
    }

    @PostMapping("/{id}/questions")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ApplicationResource> ask(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepQuestion question,
            Locale locale,
            Caller caller) {
        return decide(caller, id, ifMatch, new Verdict(Kind.ASK, question.question()), locale);
    }

    /** Each is decided by itself: what is refused is told, the others stay. */
    @PostMapping("/decisions")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    BulkResults decideAll(@Valid @RequestBody BulkDecisions request, Locale locale, Caller caller) {
        return new BulkResults(request.items().stream()
                .map(item -> decideOne(caller, item, locale))
                .toList());
    }

    private BulkResult decideOne(Caller caller, BulkDecision item, Locale locale) {
        try {
            PracticeApplication decided =
                    decisions.decide(caller, item.id(), item.version(), new Verdict(item.decision(), item.note()));
            return new BulkResult(item.id(), true, decided.state(), decided.version(), null, null);
        } catch (Refusal refusal) {
            return new BulkResult(
                    item.id(), false, null, null, refusal.code(), texts.text(refusal.code(), refusal.args(), locale));
        }
    }

    private ResponseEntity<ApplicationResource> decide(
            Caller caller, UUID id, @Nullable String ifMatch, Verdict verdict, Locale locale) {
        PracticeApplication decided = decisions.decide(caller, id, OptionalVersion.of(ifMatch), verdict);
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(decided.version()))
                .body(ApplicationResource.of(decided, texts, locale));
    }
}
