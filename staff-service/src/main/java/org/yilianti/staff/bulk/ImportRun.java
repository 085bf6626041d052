package org.yilianti.staff.bulk;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker's way through one file, from the job's position on. Two batches are on their way: while one is written the next is read and,
 * where its list allows that and no row of it meets one that is being written, judged.
 */
final class ImportRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final ImportManagement management;
    private final ImportRepository jobs;
    private final StoredFile content;
    private final ImportFile file;
    private final List<String> meetingFields;
    private final int batch;
    private ImportJob job;
    private @Nullable Flight next;

    /** @param ahead whether batches may be judged before their turn */
    ImportRun(
            ImportJob job,
            boolean ahead,
            ImportManagement management,
            ImportRepository jobs,
            RegistryLists lists,
            ImportSettings settings) {
        RegistryList list = lists.named(job.list());
        this.job = job;
        this.management = management;
        this.jobs = jobs;
        this.batch = job.dryRun() ? settings.dryRunBatch() : settings.batch();
        this.meetingFields = ahead && !job.dryRun() && list instanceof PipelinedList pipelined
                ? pipelined.meetingFields()
                : List.of();
        this.content = new StoredFile(jobs, job.id());
        this.file = new ImportFile(content, job.charset(), list.template());
        file.skip(job.position());
        this.next = new Flight(job, Set.of());
    }

    /** Takes the next batch, while the one after it sets out; false when it was the last. */
    boolean takeNext() {
        Flight flight = next;
        if (flight == null) {
            return false;
        }
        flight.turn.give(job);
        job = flight.landed();
        next = flight.follower;
        return next != null;
    }

    ImportJob job() {
        return job;
    }

    /** Calls back what is on its way and waits for it: the file is not closed under it. */
    @Override
    public void close() {
        for (Flight flight = next; flight != null; flight = flight.follower) {
            flight.turn.refuse();
            try {
                flight.landed();
            } catch (RuntimeException nobodyAsksAnyMore) {
                log.debug("a batch on its way is not taken", nobodyAsksAnyMore);
            }
        }
        file.close();
    }

    /** A batch on its way, on a thread of its own. */
    private final class Flight {

        private final ImportJob origin;
        private final Set<String> written;
        private final ImportTurn turn = new ImportTurn(jobs, this::letFollow);
        private final FutureTask<ImportJob> way = new FutureTask<>(this::take);
        private Set<String> subjects = Set.of();
        private boolean last;
        private @Nullable Flight follower;

        /** @param written what the batch is about that is written meanwhile */
        Flight(ImportJob origin, Set<String> written) {
            this.origin = origin;
            this.written = written;
            Thread.ofPlatform().name("import-batch").daemon().start(way);
        }

        private ImportJob take() {
            List<ImportRow> rows = file.next(batch);
            last = rows.size() < batch;
            subjects = subjects(rows);
            boolean ahead = !meetingFields.isEmpty() && Collections.disjoint(written, subjects);
            if (!ahead) {
                turn.come();
            }
            return management.take(origin, new ImportBatch(rows, content.count(), last, ahead), turn);
        }

        private Set<String> subjects(List<ImportRow> rows) {
            Set<String> named = new HashSet<>();
            for (ImportRow row : rows) {
                for (String field : meetingFields) {
                    named.add(field + row.entry().key(field).toUpperCase(Locale.ROOT));
                }
            }
            return named;
        }

        private void letFollow() {
            if (!last) {
                follower = new Flight(origin, subjects);
            }
        }

        /** The job with this batch; fails as the batch did. */
        private ImportJob landed() {
            try {
                return way.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
