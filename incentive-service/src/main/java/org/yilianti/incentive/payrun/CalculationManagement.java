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
import org.yilianti.platform.problem.Refusal;

/** Queues calculations and tells what came of them; {@link StageManagement} carries them out. */
@Service
public class CalculationManagement {

    private final PayRuns runs;
    private final CalculationQueue queue;
    private final PayResults results;
    private final Recomputation recomputation;
    private final PayRunJournal journal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CalculationManagement(
            PayRuns runs,
            CalculationQueue queue,
            PayResults results,
            Recomputation recomputation,
            PayRunJournal journal,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.queue = queue;
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
            results.recall(id);
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

    /** Gives up a queued calculation, for a reason its requester will see. */
    @Transactional
    void fail(Calculation calculation, String code, Object... args) {
        runs.lock(calculation.association(), calculation.run());
        results.recall(calculation.run());
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
