package org.yilianti.rotation.service.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.service.Recorder;

/** An import that loses its worker goes on where it stood; its rows count once (M10). */
@ServiceTest
class ImportResumeTests {

    private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2026, 10, 12, 0, 0);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private ServiceImportManagement management;

    @Autowired
    private ServiceImports imports;

    @Autowired
    private ImportPieces pieces;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private TestPractice practice;

    /** The service's own worker rests, so that the tests are the only ones at work. */
    @BeforeEach
    void twoInstitutionsAndADoctor() {
        worker.stop();
        practice = new TestPractice(new TestRotation(port, events));
    }

    @AfterEach
    void workAsBefore() {
        jdbc.update("update service_import set status = 'failed' where status in ('queued', 'running')");
        worker.start();
    }

    @Test
    void aKilledImportGoesOnFromItsLastBatchAndEveryRowCountsOnce() throws IOException {
        ServiceImport job = running(1_200);
        ImportRun killed = new ImportRun(job, management.open(job), management);
        assertThat(killed.takeNext()).isTrue();
        ServiceImport found = locked(job.id());
        assertThat(found.counts().rows()).isEqualTo(ImportRun.BATCH);
        ImportRun next = new ImportRun(found, management.open(found), management);
        assertThat(next.takeNext()).isTrue();
        assertThat(next.takeNext()).isFalse();
        ServiceImport done = locked(job.id());
        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(done.counts().rows()).isEqualTo(1_201);
        assertThat(done.counts().created()).isEqualTo(1_200);
        assertThat(done.counts().rejected())
                .as("the id of the first row once more")
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(*) from service_record where source_id like ?",
                        Integer.class,
                        practice.homeCode + "-%"))
                .isEqualTo(1_200);
        assertThat(pieces.find(job.id(), 0)).as("the file is forgotten").isEmpty();
    }

    @Test
    void aWorkerThatWasThoughtDeadChangesNothingWhenItComesBack() throws IOException {
        ServiceImport job = running(600);
        ImportRun late = new ImportRun(job, management.open(job), management);
        ImportRun taker = new ImportRun(job, management.open(job), management);
        assertThat(taker.takeNext()).isTrue();
        assertThatThrownBy(late::takeNext).isInstanceOf(ImportLostException.class);
        assertThat(locked(job.id()).counts().rows()).isEqualTo(ImportRun.BATCH);
        assertThat(taker.takeNext()).isFalse();
    }

    private ServiceImport running(int rows) throws IOException {
        StringBuilder file = new StringBuilder("source_id,staff_no,institution_code,kind,started_at,ended_at\n");
        for (int row = 0; row <= rows; row++) {
            int minute = row % rows;
            file.append("%1$s-%2$d,%3$s,%1$s,clinic,%4$s,%5$s\n"
                    .formatted(
                            practice.homeCode,
                            minute,
                            practice.staffNo,
                            MIDNIGHT.plusMinutes(minute),
                            MIDNIGHT.plusMinutes(minute + 1L)));
        }
        ServiceImport job = new ServiceImport(
                Ids.next(),
                new Recorder(TestCaller.ASSOCIATION, "test", InstitutionScope.ALL),
                true,
                ImportStatus.QUEUED,
                java.time.Instant.now(),
                null,
                ImportCounts.NOTHING,
                null);
        imports.insert(job);
        pieces.insert(
                job.id(), 0, new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)).readAllBytes());
        jdbc.update("update service_import set status = 'running' where id = ?", Ids.bytes(job.id()));
        return locked(job.id());
    }

    private ServiceImport locked(UUID id) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> imports.lock(id)));
    }
}
