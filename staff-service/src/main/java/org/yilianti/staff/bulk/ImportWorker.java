package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yilianti.platform.problem.Refusal;

/** One thread per process that works off imports, whichever it can claim. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;

    private final ImportManagement management;
    private final ImportRepository jobs;
    private final RegistryLists lists;
    private final ImportSettings settings;
    private final ImportSignal signal;
    private volatile boolean running;
    private Thread thread = new Thread();

    ImportWorker(
            ImportManagement management,
            ImportRepository jobs,
            RegistryLists lists,
            ImportSettings settings,
            ImportSignal signal) {
        this.management = management;
        this.jobs = jobs;
        this.lists = lists;
        this.settings = settings;
        this.signal = signal;
    }

    private void run() {
        while (running) {
            try {
                signal.await(settings.poll());
                workOff();
            } catch (InterruptedException stopped) {
                return;
            } catch (DataAccessException | TransactionException failure) {
                log.warn("imports cannot go on now; they stay where they are and are taken up again", failure);
                pause();
            }
        }
    }

    /** Works until no job is left that this process may claim. */
    private void workOff() {
        Optional<ImportJob> job = management.claim();
        while (running && job.isPresent()) {
            work(job.get(), 1);
            job = management.claim();
        }
    }

    /** Takes the job to its end unless this process is stopped; what is unforeseen is tried again before it fails the job. */
    void work(ImportJob job, int attempt) {
        try (ImportRun run = open(job, attempt)) {
            boolean more = true;
            while (more && running) {
                more = run.takeNext();
            }
        } catch (ImportLostException lost) {
            log.info("{}", lost.getMessage());
        } catch (CsvParseException unreadable) {
            log.info("import {} cannot be parsed: {}", job.id(), unreadable.getMessage());
            management.fail(job, new ImportJob.Failure("import.unreadable", List.of()));
        } catch (Refusal refusal) {
            management.fail(job, new ImportJob.Failure(refusal.code(), List.of(refusal.args())));
        } catch (NonTransientDataAccessException
                | IllegalArgumentException
                | IllegalStateException
                | NoSuchElementException unforeseen) {
            if (attempt < ATTEMPTS) {
                log.warn("import {} failed unexpectedly and is tried again", job.id(), unforeseen);
                jobs.find(job.id()).filter(ImportJob::running).ifPresent(now -> work(now, attempt + 1));
            } else {
                log.error("import {} failed", job.id(), unforeseen);
                management.fail(job, new ImportJob.Failure("import.broken", List.of()));
            }
        }
    }

    /** A job that failed is taken one batch after the other. */
    ImportRun open(ImportJob job, int attempt) {
        return new ImportRun(job, attempt == 1, management, jobs, lists, settings);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return settings.worker();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("import-worker").daemon().start(this::run);
    }

    /** Lets the batch at hand commit. */
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
        return running && thread.isAlive();
    }
}
