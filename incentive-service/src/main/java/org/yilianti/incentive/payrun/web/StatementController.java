package org.yilianti.incentive.payrun.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payrun.Amendments;
import org.yilianti.incentive.payrun.LateFacts;
import org.yilianti.incentive.payrun.LateFacts.LateFact;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.RuleBook;
import org.yilianti.incentive.payrun.StatementExplanation;
import org.yilianti.incentive.payrun.StatementReport;
import org.yilianti.incentive.payrun.StatementReport.Statement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Statements: those of a run, as far as the caller's institutions reach, and the caller's own. */
@RestController
class StatementController {

    private final StatementReport statements;
    private final StatementExplanation explanation;
    private final Amendments amendments;
    private final LateFacts lateFacts;
    private final RuleBook rules;
    private final StatementStory story;

    StatementController(
            StatementReport statements,
            StatementExplanation explanation,
            Amendments amendments,
            LateFacts lateFacts,
            RuleBook rules,
            StatementStory story) {
        this.statements = statements;
        this.explanation = explanation;
        this.amendments = amendments;
        this.lateFacts = lateFacts;
        this.rules = rules;
        this.story = story;
    }

    @GetMapping("/v1/pay-runs/{id}/statements")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<StatementAnswer.StatementSummary> ofRun(@PathVariable UUID id, PageRequest page, Caller caller) {
        return Page.of(
                        statements.ofRun(caller.association(), new PayRunId(id), scope(caller), page),
                        page,
                        one -> Cursor.of(one.staffNo()))
                .map(StatementAnswer.StatementSummary::of);
    }

    /** Records of service that are not today as the run knew them; a later run settles the difference. */
    @GetMapping("/v1/pay-runs/{id}/late-facts")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<LateFact> lateFacts(@PathVariable UUID id, PageRequest page, Caller caller) {
        return Page.of(
                lateFacts.since(caller.association(), new PayRunId(id), scope(caller), page),
                page,
                one -> Cursor.of(one.recordId()));
    }

    @GetMapping("/v1/my/pay-statements")
    @Requires(Role.STAFF)
    Page<StatementAnswer.StatementSummary> own(PageRequest page, Caller caller) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("payrun.no-staff-number", caller.name());
        }
        return Page.of(statements.own(caller.association(), staffNo, page), page, one -> Cursor.of(one.id()))
                .map(StatementAnswer.StatementSummary::of);
    }

    @GetMapping("/v1/pay-statements/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR, Role.STAFF})
    StatementAnswer read(@PathVariable UUID id, Caller caller) {
        Optional<StatementAnswer> own = ownStatement(id, caller);
        return own.or(() -> statements
                        .get(caller.association(), id, scope(caller))
                        .map(found -> explained(caller.association(), found, scope(caller))))
                .orElseThrow(() -> Refusal.notFound("payrun.statement-not-found", id));
    }

    /** The same statement to print, with each amount in words of the caller's language. */
    @GetMapping(
            path = "/v1/pay-statements/{id}/document",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR, Role.STAFF})
    ResponseEntity<byte[]> document(@PathVariable UUID id, Caller caller, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay-statement.pdf\"")
                .body(StatementPdf.of(read(id, caller), story, locale));
    }

    private Optional<StatementAnswer> ownStatement(UUID id, Caller caller) {
        String staffNo = caller.staffNo();
        return staffNo == null || !caller.has(Role.STAFF)
                ? Optional.empty()
                : statements
                        .getOwn(caller.association(), id, staffNo)
                        .map(found -> explained(caller.association(), found, InstitutionScope.ALL));
    }

    private StatementAnswer explained(UUID association, Statement found, InstitutionScope scope) {
        return StatementAnswer.of(
                found,
                explanation.lines(found.run(), found.member(), scope),
                rules.terms(association, found.run()),
                explanation.given(found.run(), found.member()),
                explanation.records(found.run(), found.member()),
                explanation.corrections(found.run(), found.member()),
                amendments.named(found.run(), found.member()));
    }

    private static InstitutionScope scope(Caller caller) {
        return caller.scope(Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
