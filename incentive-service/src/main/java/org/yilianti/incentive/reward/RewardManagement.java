package org.yilianti.incentive.reward;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Proposes rewards and punishments, decides them and puts them into effect. */
@Service
public class RewardManagement {

    private static final Role[] PROPOSERS = {Role.EVALUATOR, Role.HR_OFFICER, Role.PAYROLL_OFFICER};

    private final RewardCases cases;
    private final RewardSubjects subjects;
    private final PayEffect pay;
    private final RewardJournal journal;
    private final Policies policies;
    private final RewardSettings settings;
    private final Clock clock;

    RewardManagement(
            RewardCases cases,
            RewardSubjects subjects,
            PayEffect pay,
            RewardJournal journal,
            Policies policies,
            RewardSettings settings,
            Clock clock) {
        this.cases = cases;
        this.subjects = subjects;
        this.pay = pay;
        this.journal = journal;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom to reward or punish; {@code staffNo} is null for the institution. */
    public record Target(String institutionCode, @Nullable String staffNo) {}

    /** Proposes a case; refuses (409) an amount that no settled run allows. */
    @Transactional
    public RewardCase propose(
            Caller caller, Target target, RewardMeasure measure, RewardCase.Grounds grounds, Money amount) {
        caller.require(target.institutionCode(), PROPOSERS);
        RewardCase one = RewardCase.proposed(
                caller.association(),
                measure,
                subjects.find(caller.association(), target.institutionCode(), target.staffNo()),
                grounds,
                amount,
                new RewardCase.Signature(caller.name(), clock.instant()));
        pay.run(one, settings.today(clock));
        cases.insert(one);
        journal.record(caller, "reward.proposed", one, "");
        return one;
    }

    /** Takes back what the caller proposed, while it is not decided. */
    @Transactional
    public RewardCase withdraw(Caller caller, UUID id) {
        RewardCase one = cases.locked(caller, id, PROPOSERS);
        if (!one.proposed().by().equals(caller.name())) {
            throw Refusal.forbidden("reward.proposed-by-another", one.proposed().by());
        }
        return kept(caller, "reward.withdrawn", one.withdrawn(), "");
    }

    /**
     * Decides a proposal of somebody else, as it was read if that is said; announced when it is approved.
     *
     * @throws Refusal 403 to whom a {@link RewardDeciderRule} excludes; 409 when pay does not allow it any more
     */
    @Transactional
    public RewardCase decide(
            Caller caller, UUID id, @Nullable ExpectedVersion expected, boolean approved, String reason) {
        RewardCase one = cases.locked(caller, id, Role.PAYROLL_REVIEWER);
        ExpectedVersion.checkIfSent(expected, one.version());
        one.require(RewardStatus.PROPOSED);
        RewardDeciderRule.check(RewardDeciderRule.OF_PROPOSALS, one, caller);
        RewardCase.Verdict verdict = new RewardCase.Verdict(caller.name(), clock.instant(), reason);
        if (!approved) {
            return kept(caller, "reward.rejected", one.rejected(verdict), reason);
        }
        LocalDate today = settings.today(clock);
        pay.run(one, today);
        RewardPolicy policy = policies.inForce(one.association(), RewardPolicy.class, today);
        return kept(caller, "reward.noticed", one.noticed(verdict, policy.objectionsUntil(today)), reason);
    }

    /** Puts a case into effect whose days to object are over; what it means for pay is settled by the next run. */
    @Transactional
    public RewardCase takeEffect(Caller caller, UUID id) {
        RewardCase one = cases.locked(caller, id, Role.PAYROLL_OFFICER);
        LocalDate today = settings.today(clock);
        one.requireEffectDue(today);
        PayRunId run = pay.held(one, today);
        RewardCase effective = one.effective(new RewardCase.Effect(caller.name(), clock.instant(), run));
        if (run != null) {
            pay.apply(effective, run);
        }
        return kept(caller, "reward.effective", effective, "");
    }

    private RewardCase kept(Caller caller, String action, RewardCase after, String reason) {
        cases.update(after);
        journal.record(caller, action, after, reason);
        return after;
    }
}
