package org.yilianti.rotation.plan;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread per core that solves plans; they start with the service, so a plan left by a killed process is found again. */
@Component
class PlanWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PlanWorker.class);

    private final PlanSolving solving;
    private final PlanSignal signal;
    private final PlanSettings settings;
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    PlanWorker(PlanSolving solving, PlanSignal signal, PlanSettings settings) {
        this.solving = solving;
        this.signal = signal;
        this.settings = settings;
    }

    private void run() {
        UUID owner = UUID.randomUUID();
        while (running) {
            try {
                signal.await(settings.poll());
                boolean more = true;
                while (running && more) {
                    more = solving.solveNext(owner, () -> !running);
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
        threads = IntStream.range(0, settings.workersOnThisMachine())
                .mapToObj(number -> Thread.ofPlatform()
                        .name("plan-worker-" + number)
                        .daemon()
                        .start(this::run))
                .toList();
    }

    /** Not interrupted while solving: the search asks whether to stop, and the plan is given back. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(thread -> signal.raise());
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
