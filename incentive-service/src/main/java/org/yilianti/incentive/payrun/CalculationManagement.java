package org.yilianti.incentive.payrun;

import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Queues calculations and carries them out, each in one transaction that holds the run's row. */
@Service
public class CalculationManagement {

    private final PayRuns runs;
    private final CalculationQueue queue;
    private final InputSnapshot inputs;
    private final StoredInputs stored;
    private final PayResults results;
    private final Recomputation recomputation;
    private final PayRunJournal journal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CalculationManagement(
            PayRuns runs,
            CalculationQueue queue,
            InputSnapshot inputs,
            StoredInputs stored,
            PayResults results,
            Recomputation recomputation,
            PayRunJournal journal,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.queue = queue;
        this.inputs = inputs;
        this.stored = stored;
        this.results = results;
        this.recomputation = recomputation;
        this.journal = journal;
        this.audit = audit;
        this.events = events;
    }

    /** Asks for a calculation, or for another one before the review; it is carried out after this commits. */
    @Transactional
    public PayRun request(Caller caller, PayRunId id) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayRun run = runs.lock(caller.association(), id);
        run.requireCalculable();
        if (queue.isQueued(id)) {
            throw Refusal.conflict("payrun.calculation-queued");
        }
        if (run.status() == PayRunStatus.CALCULATED) {
            run = run.recalculable();
            results.clear(id);
            runs.update(run);
            journal.record(run, "pay-run.recalled", caller.name(), null);
        }
        queue.enqueue(run, caller.name());
        audit.record(AuditRecord.of(
                caller,
                "pay-run.calculation-requested",
                "pay-run",
                id.value(),
                null,
                Map.of("version", run.version())));
        events.publishEvent(new CalculationRequested(id));
        return run;
    }

    /**
     * Carries out a queued calculation, unless somebody else is at it or it is queued no more.
     *
     * @throws Refusal when the inputs do not allow it; the calculation is then still queued
     */
    @Transactional
    void carryOut(Calculation calculation) {
        PayRun run =
                runs.lockIfFree(calculation.association(), calculation.run()).orElse(null);
        if (run == null || !queue.isQueued(run.id())) {
            return;
        }
        results.clear(run.id());
        inputs.take(run);
        PayCalculation result = CorrectedPay.apply(stored.read(run));
        results.write(run, result);
        Money total = results.total(run.id());
        PayRun calculated =
                run.calculated(calculation.requestedBy(), total, result.totals().size());
        runs.update(calculated);
        queue.finish(run.id());
        journal.record(calculated, "pay-run.calculated", calculation.requestedBy(), null);
    }

    /** Gives up a queued calculation, for a reason its requester will see. */
    @Transactional
    void fail(Calculation calculation, String code, Object... args) {
        runs.lock(calculation.association(), calculation.run());
        queue.fail(calculation.run(), code, args);
        audit.record(new AuditRecord(
                calculation.association(),
                "system:calculation",
                "pay-run.calculation-failed",
                "pay-run",
                calculation.run().value().toString(),
                null,
                Map.of("code", code, "args", Arrays.asList(args))));
    }

    /** Computes the run again from its stored inputs and compares with what is stored. */
    @Transactional(readOnly = true)
    public RecomputedRun recompute(Caller caller, PayRunId id) {
        PayRun run = runs.get(caller.association(), id);
        if (run.statements() == 0) {
            throw Refusal.conflict("payrun.not-calculated", run.status().code());
        }
        return recomputation.of(run);
    }
}
