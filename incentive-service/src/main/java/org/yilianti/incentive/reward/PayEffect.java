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

    private final SettledPay settled;
    private final Amendments amendments;
    private final Policies policies;

    PayEffect(SettledPay settled, Amendments amendments, Policies policies) {
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
            requireWithinLimit(one, given, today);
        }
        return run;
    }

    private void requireWithinLimit(RewardCase one, Money given, LocalDate today) {
        RewardPolicy policy = policies.inForce(one.association(), RewardPolicy.class, today);
        Money most = policy.mostDeducted(given);
        if (one.amount().compareTo(most) > 0) {
            throw Refusal.conflict(
                    "reward.deduction-too-large",
                    one.amount().toString(),
                    policy.deductionPercent(),
                    given.toString(),
                    most.toString());
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
