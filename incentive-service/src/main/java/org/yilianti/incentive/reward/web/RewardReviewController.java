package org.yilianti.incentive.reward.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.reward.RewardReviewManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/** Objections to rewards and punishments, and their revocation. */
@RestController
class RewardReviewController {

    private final RewardReviewManagement management;

    RewardReviewController(RewardReviewManagement management) {
        this.management = management;
    }

    /** By whom it is about; for an institution by its HR office. */
    @PostMapping("/v1/rewards/{id}/objections")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<RewardAnswer> object(
            @PathVariable UUID id, @Valid @RequestBody RewardRequests.RewardObjection objection, Caller caller) {
        return RewardController.answer(management.object(caller, id, objection.text(), objection.evidence()));
    }

    @PostMapping("/v1/rewards/{id}/objection-decisions")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<RewardAnswer> judge(
            @PathVariable UUID id, @Valid @RequestBody RewardRequests.RewardJudgement judgement, Caller caller) {
        return RewardController.answer(management.judge(caller, id, judgement.upheld(), judgement.reason()));
    }

    @PostMapping("/v1/rewards/{id}/revocation-proposals")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER})
    ResponseEntity<RewardAnswer> askToRevoke(
            @PathVariable UUID id, @Valid @RequestBody RewardRequests.RevocationProposal proposal, Caller caller) {
        return RewardController.answer(management.askToRevoke(caller, id, proposal.reason()));
    }

    /** Grants or refuses what was asked for. */
    @PostMapping("/v1/rewards/{id}/revocations")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<RewardAnswer> revoke(
            @PathVariable UUID id, @Valid @RequestBody RewardRequests.RewardDecision decision, Caller caller) {
        return RewardController.answer(management.revoke(caller, id, decision.approved(), decision.reason()));
    }
}
