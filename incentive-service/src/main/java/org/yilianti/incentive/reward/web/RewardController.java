package org.yilianti.incentive.reward.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import org.yilianti.incentive.payrun.SettledPay;
import org.yilianti.incentive.reward.RewardCase;
import org.yilianti.incentive.reward.RewardCases;
import org.yilianti.incentive.reward.RewardKind;
import org.yilianti.incentive.reward.RewardManagement;
import org.yilianti.incentive.reward.RewardStatus;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Proposing, deciding and reading rewards and punishments. */
@RestController
class RewardController {

    private final RewardManagement management;
    private final RewardCases cases;
    private final SettledPay settled;

    RewardController(RewardManagement management, RewardCases cases, SettledPay settled) {
        this.management = management;
        this.cases = cases;
        this.settled = settled;
    }

    @PostMapping("/v1/rewards")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RewardAnswer> propose(@Valid @RequestBody RewardRequests.RewardProposal proposal, Caller caller) {
        RewardCase one = management.propose(
                caller, proposal.target(), proposal.toMeasure(), proposal.toGrounds(), proposal.amount());
        return ResponseEntity.created(URI.create("/v1/rewards/" + one.id()))
                .eTag(ExpectedVersion.etag(one.version()))
                .body(RewardAnswer.of(one));
    }

    @GetMapping("/v1/rewards")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<RewardAnswer> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String institutionCode,
            @RequestParam(required = false) @Nullable String staffNo,
            PageRequest page,
            Caller caller) {
        RewardCases.Filter only = new RewardCases.Filter(
                known(status, RewardStatus::of, "reward.status-unknown"),
                known(kind, RewardKind::of, "reward.kind-unknown"),
                institutionCode,
                staffNo);
        return Page.of(cases.list(caller.association(), readable(caller), only, page), page, one -> Cursor.of(one.id()))
                .map(RewardAnswer::of);
    }

    /** Also one's own, once it is announced. */
    @GetMapping("/v1/rewards/{id}")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR, Role.STAFF})
    ResponseEntity<RewardAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(found(id, caller));
    }

    /** Which runs have settled it, or are about to, and with which pools. */
    @GetMapping("/v1/rewards/{id}/settlements")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    List<SettledPay.SettlingRun> settlements(@PathVariable UUID id, Caller caller) {
        return settled.settling(caller.association(), found(id, caller).id());
    }

    /** What was announced to the caller. */
    @GetMapping("/v1/my/rewards")
    @Requires(Role.STAFF)
    Page<RewardAnswer> own(PageRequest page, Caller caller) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("payrun.no-staff-number", caller.name());
        }
        return Page.of(cases.own(caller.association(), staffNo, page), page, one -> Cursor.of(one.id()))
                .map(RewardAnswer::of);
    }

    @PostMapping("/v1/rewards/{id}/withdrawals")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER})
    ResponseEntity<RewardAnswer> withdraw(@PathVariable UUID id, Caller caller) {
        return answer(management.withdraw(caller, id));
    }

    @PostMapping("/v1/rewards/{id}/decisions")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<RewardAnswer> decide(
            @PathVariable UUID id,
            @Valid @RequestBody RewardRequests.RewardDecision decision,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.decide(caller, id, expected, decision.approved(), decision.reason()));
    }

    /** When the days to object are over. */
    @PostMapping("/v1/rewards/{id}/effects")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<RewardAnswer> takeEffect(@PathVariable UUID id, Caller caller) {
        return answer(management.takeEffect(caller, id));
    }

    static ResponseEntity<RewardAnswer> answer(RewardCase one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(RewardAnswer.of(one));
    }

    private RewardCase found(UUID id, Caller caller) {
        return cases.find(caller.association(), id, readable(caller), caller.has(Role.STAFF) ? caller.staffNo() : null)
                .orElseThrow(() -> Refusal.notFound("reward.not-found", id));
    }

    private static <T> @Nullable T known(@Nullable String code, Function<String, T> of, String refusal) {
        if (code == null) {
            return null;
        }
        try {
            return of.apply(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(refusal, code);
        }
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
