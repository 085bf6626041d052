package org.yilianti.incentive.appropriation.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.appropriation.Allotment;
import org.yilianti.incentive.appropriation.AllotmentManagement;
import org.yilianti.incentive.appropriation.Allotments;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresRecentSignIn;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** The decisions about allotments; those that pay need a recent sign-in. */
@RestController
class AllotmentController {

    private final AllotmentManagement management;
    private final Allotments allotments;

    AllotmentController(AllotmentManagement management, Allotments allotments) {
        this.management = management;
        this.allotments = allotments;
    }

    @PostMapping("/v1/appropriations/{id}/allotments")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AllotmentAnswer> draft(
            @PathVariable UUID id, @Valid @RequestBody AppropriationRequests.AllotmentOrder order, Caller caller) {
        Allotment drafted = order.formula().equals("population-score")
                ? byScore(id, order, caller)
                : management.draftFixed(
                        caller,
                        id,
                        order.formula().equals("entrusted-task"),
                        order.amountsByInstitution(),
                        order.advancePercent());
        return ResponseEntity.created(URI.create("/v1/allotments/" + drafted.id()))
                .eTag(ExpectedVersion.etag(drafted.version()))
                .body(AllotmentAnswer.of(drafted));
    }

    private Allotment byScore(UUID id, AppropriationRequests.AllotmentOrder order, Caller caller) {
        if (order.evaluationId() == null || order.amountFen() == null) {
            throw Refusal.invalid("appropriation.evaluation-missing");
        }
        return management.draftByScore(
                caller,
                id,
                new EvaluationId(order.evaluationId()),
                Money.ofFen(order.amountFen()),
                order.advancePercent());
    }

    @GetMapping("/v1/appropriations/{id}/allotments")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<AllotmentAnswer> list(@PathVariable UUID id, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(allotments.of(caller.association(), id, page), page, one -> Cursor.of(one.id()))
                .map(AllotmentAnswer::of);
    }

    @GetMapping("/v1/allotments/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<AllotmentAnswer> read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return answer(allotments.get(caller.association(), id));
    }

    /** Approves what somebody else drafted, and pays the advance. */
    @PostMapping("/v1/allotments/{id}/approvals")
    @Requires(Role.PAYROLL_REVIEWER)
    @RequiresRecentSignIn
    ResponseEntity<AllotmentAnswer> approve(@PathVariable UUID id, Caller caller) {
        return answer(management.approve(caller, id));
    }

    /** Proposes by which evaluation the rest is earned. */
    @PostMapping("/v1/allotments/{id}/settlement-proposals")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<AllotmentAnswer> propose(
            @PathVariable UUID id, @Valid @RequestBody AppropriationRequests.SettlementOrder order, Caller caller) {
        return answer(management.proposeSettlement(caller, id, new EvaluationId(order.evaluationId())));
    }

    /** Approves what somebody else proposed, and pays what is earned. */
    @PostMapping("/v1/allotments/{id}/settlements")
    @Requires(Role.PAYROLL_REVIEWER)
    @RequiresRecentSignIn
    ResponseEntity<AllotmentAnswer> settle(@PathVariable UUID id, Caller caller) {
        return answer(management.settle(caller, id));
    }

    /** Rejects a draft, or a proposed settlement. */
    @PostMapping("/v1/allotments/{id}/rejections")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<AllotmentAnswer> reject(
            @PathVariable UUID id, @Valid @RequestBody AppropriationRequests.Rejection rejection, Caller caller) {
        return answer(management.reject(caller, id, rejection.reason()));
    }

    private static ResponseEntity<AllotmentAnswer> answer(Allotment one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(AllotmentAnswer.of(one));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
