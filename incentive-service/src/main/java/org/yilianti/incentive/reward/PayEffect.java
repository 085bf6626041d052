package org.yilianti.incentive.reward;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.Amendment;
import org.yilianti.incentive.payrun.Amendments;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.SettledPay;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;

/** What a case does to pay: a difference of the newest settled run, and the opposite when it is revoked. */
@Component
class PayEffect {

    private final RewardCases cases;
    private final SettledPay settled;
    private final Amendments amendments;
    private final Policies policies;

    PayEffect(RewardCases cases, SettledPay settled, Amendments amendments, Policies policies) {
        this.cases = cases;
        this.settled = settled;
        this.amendments = amendments;
        this.policies = policies;
    }

    /**
     * The run that the case would amend today; null where its measure is not one of money.
     *
     * @throws Refusal 409 when there is no settled run, nobody of the institution was paid by it, or it gave too little for the deduction
     */
    @Nullable PayRunId run(RewardCase one, LocalDate today) {
        if (!one.measure().isMoney()) {
            return null;
        }
        RewardSubject subject = one.subject();
        PayRunId run = settled.newest(one.association(), subject.institution())
                .orElseThrow(() -> Refusal.conflict("reward.nothing-settled", subject.institutionCode()));
        Money given =
                subject.member() == null ? settled.at(run, subject.institution()) : settled.of(run, subject.member());
        if (subject.member() == null && given.isZero()) {
            throw Refusal.conflict("reward.nobody-paid", subject.institutionCode());
        }
        if (one.measure().kind() == RewardKind.PUNISHMENT) {
            requireWithinLimit(one, run, given, today);
        }
        return run;
    }

    /** As {@link #run}, with the run locked until the transaction ends, so that deductions of it are counted one after another. */
    @Nullable PayRunId held(RewardCase one, LocalDate today) {
        if (one.measure().isMoney()) {
            settled.newest(one.association(), one.subject().institution()).ifPresent(settled::hold);
        }
        return run(one, today);
    }

    /** All deductions of one subject from one run together, so that none is made in pieces. */
    private void requireWithinLimit(RewardCase one, PayRunId run, Money given, LocalDate today) {
        RewardPolicy policy = policies.inForce(one.association(), RewardPolicy.class, today);
        Money already = cases.deducted(run, one.subject());
        Money most = policy.mostDeducted(given).minus(already);
        if (one.amount().compareTo(most) > 0) {
            throw Refusal.conflict(
                    "reward.deduction-too-large",
                    one.amount().toString(),
                    policy.deductionPercent(),
                    given.toString(),
                    most.isNegative() ? Money.ZERO.toString() : most.toString(),
                    already.toString());
        }
    }

    /** Has the next run settle the case. */
    void apply(RewardCase one, PayRunId run) {
        Amendment.Cause cause = new Amendment.Cause(one.measure().kind().origin(), one.id());
        amend(one, run, cause, one.measure().kind() == RewardKind.REWARD);
    }

    /** Has the next run settle the opposite. */
    void revert(RewardCase one, PayRunId run) {
        Amendment.Cause cause = new Amendment.Cause(
                Amendment.Origin.REVOCATION, one.requireRevocation().id());
        amend(one, run, cause, one.measure().kind() == RewardKind.PUNISHMENT);
    }

    private void amend(RewardCase one, PayRunId run, Amendment.Cause cause, boolean more) {
        long fen = more ? one.amount().fen() : one.amount().negated().fen();
        RewardSubject subject = one.subject();
        amendments.add(
                one.association(),
                subject.member() == null
                        ? Amendment.share(run, cause, subject.institution(), fen)
                        : Amendment.amount(run, cause, subject.member(), subject.institution(), fen));
    }
}
