package org.yilianti.incentive.payrun;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yilianti.platform.database.Transience;
import org.yilianti.platform.problem.Refusal;

/** Works off the queue of calculations: when one is queued, and every second, so that none of a killed process is forgotten. */
@Component
class CalculationWorker {

    private static final Logger log = LoggerFactory.getLogger(CalculationWorker.class);

    private final CalculationQueue queue;
    private final Calculator calculator;
    private final CalculationManagement management;
    private final TaskExecutor executor;
    /** Held while this process is at the queue. */
    final ReentrantLock oneAtATime = new ReentrantLock();

    CalculationWorker(
            CalculationQueue queue,
            Calculator calculator,
            CalculationManagement management,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.queue = queue;
        this.calculator = calculator;
        this.management = management;
        this.executor = executor;
    }

    @TransactionalEventListener
    void queued(CalculationRequested requested) {
        executor.execute(this::workOff);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void poll() {
        executor.execute(this::workOff);
    }

    private void workOff() {
        if (oneAtATime.tryLock()) {
            try {
                queue.queued().forEach(this::carryOut);
            } catch (RuntimeException unreachable) {
                log.warn("the queue of calculations could not be read; trying again", unreachable);
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private void carryOut(Calculation calculation) {
        try {
            calculator.carryOn(calculation);
        } catch (Refusal refusal) {
            management.fail(calculation, refusal.code(), refusal.args());
        } catch (RuntimeException failure) {
            if (Transience.isTransient(failure)) {
                log.warn("calculation of run {} was interrupted and stays queued", calculation.run(), failure);
                return;
            }
            log.error("calculation of run {} failed", calculation.run(), failure);
            management.fail(calculation, "payrun.calculation-failed");
        }
    }
}
