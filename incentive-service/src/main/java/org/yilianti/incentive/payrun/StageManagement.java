package org.yilianti.incentive.payrun;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Carries a queued calculation on, each method by one transaction; whatever is killed between or within them goes on from what is
 * committed. Several processes may be at the same calculation.
 */
@Service
class StageManagement {

    private final PayRuns runs;
    private final CalculationQueue queue;
    private final CalculationParts parts;
    private final InputSnapshot inputs;
    private final StagedResults staged;
    private final PayComponents components;
    private final PayResults results;
    private final PayRunJournal journal;

    StageManagement(
            PayRuns runs,
            CalculationQueue queue,
            CalculationParts parts,
            InputSnapshot inputs,
            StagedResults staged,
            PayComponents components,
            PayResults results,
            PayRunJournal journal) {
        this.runs = runs;
        this.queue = queue;
        this.parts = parts;
        this.inputs = inputs;
        this.staged = staged;
        this.components = components;
        this.results = results;
        this.journal = journal;
    }

    /** Where the calculation stands; empty when it is queued no more. */
    @Transactional(readOnly = true)
    Optional<CalculationStage> stage(Calculation calculation) {
        return queue.stage(calculation.id());
    }

    /** Forgets some of what an earlier calculation of the run left; false when nothing is left, or somebody else is at it. */
    @Transactional
    boolean forgetSome(Calculation calculation) {
        return heldAt(calculation, CalculationStage.OPEN)
                .map(run -> results.forgetSome(run.id()))
                .orElse(false);
    }

    /**
     * Carries out one open part of a stage that nobody else is at; false when there is none.
     *
     * @throws Refusal when the inputs do not allow it; the calculation is then still queued
     */
    @Transactional
    boolean carryOutPart(Calculation calculation, CalculationStage stage) {
        if (queue.stage(calculation.id()).filter(stage::equals).isEmpty()) {
            return false;
        }
        for (int number : parts.open(calculation.id(), stage)) {
            Optional<CalculationPart> part = parts.claim(calculation.id(), stage, number);
            if (part.isPresent()) {
                carryOut(runs.get(calculation.association(), calculation.run()), stage, part.get());
                parts.done(calculation.id(), stage, part.get());
                return true;
            }
        }
        return false;
    }

    private void carryOut(PayRun run, CalculationStage stage, CalculationPart part) {
        switch (part) {
            case CalculationPart.AtInstitution one
            when stage == CalculationStage.RECORDS -> inputs.takeRecords(run, one.institution());
            case CalculationPart.AtInstitution one -> staged.writeLines(run, one.institution());
            case CalculationPart.OfPeople some
            when stage == CalculationStage.PEOPLE -> {
                inputs.takePeople(run, some);
                staged.writeWork(run, some);
                components.write(run, some);
            }
            case CalculationPart.OfPeople some -> staged.writeTotals(run, some);
        }
    }

    /**
     * Ends a stage, doing what is not done in parts; false when parts of it are open or somebody else is at it.
     *
     * @throws Refusal when the inputs do not allow it; the calculation is then still queued
     */
    @Transactional
    boolean end(Calculation calculation, CalculationStage stage) {
        PayRun run = heldAt(calculation, stage).orElse(null);
        if (run == null || !parts.open(calculation.id(), stage).isEmpty()) {
            return false;
        }
        switch (stage) {
            case OPEN -> {
                inputs.open(run);
                staged.open(run);
                parts.plan(calculation);
            }
            case BALANCE -> {
                inputs.takeCorrections(run);
                staged.balance(run);
            }
            case CLOSE -> close(run, calculation);
            default -> {}
        }
        queue.reach(calculation.id(), stage.next());
        return true;
    }

    private void close(PayRun run, Calculation calculation) {
        staged.seal(run);
        Money total = results.total(run.id());
        PayRun calculated = run.calculated(calculation.requestedBy(), total, results.people(run.id()));
        runs.update(calculated);
        queue.finish(run.id());
        journal.record(calculated, "pay-run.calculated", calculation.requestedBy(), null);
    }

    private Optional<PayRun> heldAt(Calculation calculation, CalculationStage stage) {
        return runs.lockIfFree(calculation.association(), calculation.run())
                .filter(run ->
                        queue.stage(calculation.id()).filter(stage::equals).isPresent());
    }
}
