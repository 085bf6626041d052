package org.yilianti.rotation.plan;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes one of this process's workers when a plan was queued here; plans queued elsewhere are found by looking. */
@Component
class PlanSignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Returns when raised, at the latest after {@code limit}. */
    void await(Duration limit) throws InterruptedException {
        raised.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
