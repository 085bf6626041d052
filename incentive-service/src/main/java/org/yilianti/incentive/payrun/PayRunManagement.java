package org.yilianti.incentive.payrun;

import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.incentive.fund.PayPool;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.incentive.fund.PayPools;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** The decisions about a run, from its draft to its payment; each locks the run first, so that they follow one another. */
@Service
public class PayRunManagement {

    private final PayRuns runs;
    private final PayResults results;
    private final CalculationQueue queue;
    private final Settlement settlement;
    private final PayRunJournal journal;
    private final Evaluations evaluations;
    private final PayPools pools;

    PayRunManagement(
            PayRuns runs,
            PayResults results,
            CalculationQueue queue,
            Settlement settlement,
            PayRunJournal journal,
            Evaluations evaluations,
            PayPools pools) {
        this.runs = runs;
        this.results = results;
        this.queue = queue;
        this.settlement = settlement;
        this.journal = journal;
        this.evaluations = evaluations;
        this.pools = pools;
    }

    /** Drafts a run of a confirmed pool, which is taken until the run is cancelled. */
    @Transactional
    public PayRun draft(Caller caller, YearMonth month, EvaluationId evaluationId, PayPoolId poolId) {
        caller.require("*", Role.PAYROLL_OFFICER);
        Evaluation evaluation = evaluations.get(caller.association(), evaluationId);
        PayPool pool = pools.get(caller.association(), poolId);
        pool.requireConfirmed();
        PayRun run = PayRun.drafted(month, evaluation, pool, caller.name());
        if (runs.usesPool(poolId)) {
            throw Refusal.conflict("payrun.pool-used", pool.name());
        }
        runs.insert(run);
        journal.record(run, "pay-run.drafted", caller.name(), null);
        return run;
    }

    /** Approves the calculation that was read, if that is said, or sends it back; never by who made or calculated the run. */
    @Transactional
    public PayRun review(
            Caller caller, PayRunId id, @Nullable ExpectedVersion expected, boolean approved, @Nullable String note) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        PayRun read = runs.lock(caller.association(), id);
        ExpectedVersion.checkIfSent(expected, read.version());
        PayRun run = read.reviewed(caller.name(), approved);
        if (!approved) {
            results.recall(id);
        }
        runs.update(run);
        journal.record(run, approved ? "pay-run.reviewed" : "pay-run.sent-back", caller.name(), note);
        return run;
    }

    /** Announces it to the people it pays. */
    @Transactional
    public PayRun giveNotice(Caller caller, PayRunId id) {
        return decide(caller, id, PayRun::noticed, "pay-run.noticed", null);
    }

    /** Makes it final: what it says is owed from now on; by an officer or a reviewer. */
    @Transactional
    public PayRun finalise(Caller caller, PayRunId id) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER);
        PayRun run = step(caller, id, read -> read.finalised(caller.name()), "pay-run.finalised", null);
        settlement.bookPayables(run, caller.name());
        return run;
    }

    /** Pays it, once; never by who made it final. */
    @Transactional
    public PayRun pay(Caller caller, PayRunId id) {
        PayRun run = decide(caller, id, read -> read.paidOut(caller.name()), "pay-run.paid", null);
        settlement.pay(run, caller.name());
        return run;
    }

    /** Gives it up before it is final, and its pool free. */
    @Transactional
    public PayRun cancel(Caller caller, PayRunId id, String reason) {
        PayRun run = decide(caller, id, PayRun::cancelled, "pay-run.cancelled", reason);
        queue.cancel(id);
        return run;
    }

    private PayRun decide(
            Caller caller, PayRunId id, UnaryOperator<PayRun> verb, String action, @Nullable String note) {
        caller.require("*", Role.PAYROLL_OFFICER);
        return step(caller, id, verb, action, note);
    }

    private PayRun step(Caller caller, PayRunId id, UnaryOperator<PayRun> verb, String action, @Nullable String note) {
        PayRun run = verb.apply(runs.lock(caller.association(), id));
        runs.update(run);
        journal.record(run, action, caller.name(), note);
        return run;
    }
}
