package org.yilianti.incentive.reward;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;

/** Reviews what was decided: objections before it takes effect, revocations after. */
@Service
public class RewardReviewManagement {

    private static final Role[] ASKERS = {Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER};

    private final RewardCases cases;
    private final PayEffect pay;
    private final RewardJournal journal;
    private final RewardSettings settings;
    private final Clock clock;

    RewardReviewManagement(
            RewardCases cases, PayEffect pay, RewardJournal journal, RewardSettings settings, Clock clock) {
        this.cases = cases;
        this.pay = pay;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Objects to a case about oneself, or about an institution that the caller's HR office answers for; others do not see it (404). */
    @Transactional
    public RewardCase object(Caller caller, UUID id, String text, String evidence) {
        RewardCase one = cases.lock(caller.association(), id)
                .filter(found -> found.decided() != null && concerns(caller, found.subject()))
                .orElseThrow(() -> Refusal.notFound("reward.not-found", id));
        RewardCase.Objection against = new RewardCase.Objection(text, evidence, caller.name(), null, null);
        return kept(caller, "reward.objected", one.objected(against, settings.today(clock)), "");
    }

    /** Judges an objection by somebody who had no part in the case; one that is upheld lifts it. */
    @Transactional
    public RewardCase judge(Caller caller, UUID id, boolean upheld, String reason) {
        RewardCase one = cases.locked(caller, id, Role.PAYROLL_REVIEWER);
        one.require(RewardStatus.OBJECTED);
        RewardDeciderRule.check(RewardDeciderRule.OF_OBJECTIONS, one, caller);
        return kept(
                caller,
                upheld ? "reward.lifted" : "reward.objection-dismissed",
                one.judged(upheld, caller.name(), reason),
                reason);
    }

    /** Asks that a case in effect be revoked. */
    @Transactional
    public RewardCase askToRevoke(Caller caller, UUID id, String reason) {
        RewardCase one = cases.locked(caller, id, ASKERS);
        return kept(caller, "reward.revocation-asked", one.revocationAsked(reason, caller.name()), reason);
    }

    /** Revokes a case as somebody else asked for, and with it what it meant for pay; or leaves it as it is. */
    @Transactional
    public RewardCase revoke(Caller caller, UUID id, boolean granted, String reason) {
        RewardCase one = cases.locked(caller, id, Role.PAYROLL_REVIEWER);
        one.require(RewardStatus.EFFECTIVE);
        one.requireRevocation();
        RewardDeciderRule.check(RewardDeciderRule.OF_REVOCATIONS, one, caller);
        RewardCase after = one.revoked(granted, new RewardCase.Signature(caller.name(), clock.instant()));
        PayRunId run = after.effect() == null ? null : after.effect().run();
        if (granted && run != null) {
            pay.revert(after, run);
        }
        return kept(caller, granted ? "reward.revoked" : "reward.revocation-refused", after, reason);
    }

    private static boolean concerns(Caller caller, RewardSubject subject) {
        String staffNo = subject.staffNo();
        return staffNo == null
                ? caller.scope(Role.HR_OFFICER).permits(subject.institutionCode())
                : caller.has(Role.STAFF) && staffNo.equals(caller.staffNo());
    }

    private RewardCase kept(Caller caller, String action, RewardCase after, String reason) {
        cases.update(after);
        journal.record(caller, action, after, reason);
        return after;
    }
}
