package org.yilianti.incentive.payrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a calculation from stage to stage; parts of a stage side by side, and beside those that other processes carry out. */
@Component
class Calculator {

    private static final Logger log = LoggerFactory.getLogger(Calculator.class);

    private final StageManagement stages;
    private final CalculationSettings settings;

    Calculator(StageManagement stages, CalculationSettings settings) {
        this.stages = stages;
        this.settings = settings;
    }

    /**
     * Carries a calculation on until it is done, or until only others can go on.
     *
     * @throws org.yilianti.platform.problem.Refusal when the inputs do not allow it; the calculation is then still queued
     */
    void carryOn(Calculation calculation) {
        Optional<CalculationStage> stage = stages.stage(calculation);
        while (stage.isPresent()) {
            long begin = System.nanoTime();
            prepareEnd(calculation, stage.get());
            if (!stages.end(calculation, stage.get())) {
                return;
            }
            log.debug("run {}: {} took {} ms", calculation.run(), stage.get(), (System.nanoTime() - begin) / 1_000_000);
            stage = stages.stage(calculation);
        }
    }

    private void prepareEnd(Calculation calculation, CalculationStage stage) {
        if (stage == CalculationStage.OPEN) {
            while (stages.forgetSome(calculation)) {
                Thread.onSpinWait();
            }
        } else if (stage.isInParts()) {
            sideBySide(calculation, stage);
        }
    }

    private void sideBySide(Calculation calculation, CalculationStage stage) {
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < settings.workers(); worker++) {
                workers.add(threads.submit(() -> carryOutParts(calculation, stage, failed)));
            }
        }
        workers.forEach(Calculator::finish);
    }

    private void carryOutParts(Calculation calculation, CalculationStage stage, AtomicBoolean failed) {
        boolean whole = false;
        try {
            boolean more = true;
            while (more && !failed.get()) {
                more = stages.carryOutPart(calculation, stage);
            }
            whole = true;
        } finally {
            if (!whole) {
                failed.set(true);
            }
        }
    }

    private static void finish(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a part of a calculation failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a calculation went on", interrupted);
        }
    }
}
