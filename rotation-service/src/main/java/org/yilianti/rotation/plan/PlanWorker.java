package org.yilianti.rotation.plan;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.roster.RosterSettings;

/** One thread per process that solves plans; it starts with the service, so a plan left by a killed process is found again. */
@Component
class PlanWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PlanWorker.class);

    private final PlanSolving solving;
    private final PlanSignal signal;
    private final RosterSettings settings;
    private volatile boolean running;
    private Thread thread = new Thread();

    PlanWorker(PlanSolving solving, PlanSignal signal, RosterSettings settings) {
        this.solving = solving;
        this.signal = signal;
        this.settings = settings;
    }

    private void run() {
        while (running) {
            try {
                signal.await(settings.poll());
                boolean more = true;
                while (running && more) {
                    more = solving.solveNext(() -> !running);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                log.warn("no plan could be taken now; trying again", failure);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("plan-worker").daemon().start(this::run);
    }

    /** Not interrupted while solving: the search asks whether to stop, and the plan is given back. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
