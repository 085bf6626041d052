package org.yilianti.staff.bulk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the worker of this process; many signals before it wakes count as one. */
@Component
class ImportSignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Waits for a signal, at most {@code limit}. */
    void await(Duration limit) throws InterruptedException {
        if (raised.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
