package org.yilianti.rotation.service.batch;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yilianti.platform.problem.Refusal;

/** One thread per process that works off imports, whichever it can claim; any number of replicas may run it. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final ServiceImportManagement management;
    private final ImportSettings settings;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();

    ImportWorker(ServiceImportManagement management, ImportSettings settings) {
        this.management = management;
        this.settings = settings;
    }

    private void run() {
        while (running) {
            try {
                workOff();
                if (stopped.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                log.warn("imports cannot go on now; they stay where they are and are taken up again", failure);
            }
        }
    }

    private void workOff() {
        Optional<ServiceImport> job = management.claim();
        while (running && job.isPresent()) {
            work(job.get());
            job = management.claim();
        }
    }

    /** Takes the import to its end; what it cannot read or was not foreseen ends it with the reason. */
    void work(ServiceImport job) {
        try {
            ImportRun run = new ImportRun(job, management.open(job), management);
            boolean more = true;
            while (more && running) {
                more = run.takeNext();
            }
        } catch (ImportLostException lost) {
            log.info("{}", lost.getMessage());
        } catch (Refusal refusal) {
            management.fail(
                    job.id(),
                    new ServiceImport.Failure(
                            refusal.code(),
                            Arrays.stream(refusal.args()).map(String::valueOf).toList()));
        } catch (TransientDataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException unforeseen) {
            log.error("import {} failed", job.id(), unforeseen);
            management.fail(job.id(), new ServiceImport.Failure("service-import.broken", List.of()));
        }
    }

    @Override
    public void start() {
        stopped.drainPermits();
        running = true;
        thread = Thread.ofPlatform().name("service-import-worker").daemon().start(this::run);
    }

    /** Lets the batch at hand commit. */
    @Override
    public void stop() {
        running = false;
        stopped.release();
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
