package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;

/** Workers are driven by hand here: the service's own is switched off, batches are small. */
@ServiceTest
@TestPropertySource(
        properties = {"staff.imports.worker=false", "staff.imports.batch=10", "staff.imports.abandoned-after=200ms"})
class ImportResumeTests {

    private static final int ROWS = 45;

    @Autowired
    ImportManagement management;

    @Autowired
    ImportRepository jobs;

    @Autowired
    RegistryLists lists;

    @Autowired
    ImportSettings settings;

    @Autowired
    PersonalDataCipher cipher;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private ImportId id = new ImportId(new UUID(0, 0));

    @BeforeEach
    void upload() {
        registry = Registry.empty(port);
        StringBuilder csv = new StringBuilder(
                "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n");
        for (int i = 1; i <= ROWS; i++) {
            String tier = i % 15 == 0 ? "palace" : "village-clinic";
            csv.append("V%03d,卫生室,,%s,false,rural,1200,,,,\n".formatted(i, tier));
        }
        id = new ImportId(registry.upload(registry.hr(), "institutions", csv.toString(), false));
    }

    private ImportWorker worker() {
        return new ImportWorker(management, jobs, lists, settings, new ImportSignal());
    }

    private ImportJob claimed() {
        return await().atMost(Duration.ofSeconds(10))
                .until(management::claim, job -> job.map(ImportJob::id).equals(Optional.of(id)))
                .orElseThrow();
    }

    private long institutions() {
        return count("select count(*) from institution where association_id = ?");
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param(Ids.bytes(registry.association()))
                .query(Long.class)
                .single();
    }

    private void assertFinishedOnce() {
        ImportJob done = jobs.find(id).orElseThrow();
        assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(done.position()).isEqualTo(ROWS);
        assertThat(done.taken().created()).isEqualTo(42);
        assertThat(done.rejected()).isEqualTo(3);
        assertThat(institutions()).isEqualTo(42);
        assertThat(count("select coalesce(sum(events), 0) from outbox_event where association_id = ?"))
                .isEqualTo(42);
        assertThat(count("select count(*) from import_row where association_id = ?"))
                .isEqualTo(3);
        assertThat(count("select count(*) from audit_entry where action = 'import.finished' and association_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void aJobThatWasKilledBetweenBatchesIsFinishedByAnotherWorkerWithoutDoubleRows() {
        try (ImportRun killed = worker().open(claimed(), 1)) {
            killed.takeNext();
            killed.takeNext();
        }
        assertThat(institutions()).isEqualTo(19);
        ImportJob resumed = claimed();
        assertThat(resumed.position()).isEqualTo(20);
        try (ImportRun other = worker().open(resumed, 1)) {
            boolean more = true;
            while (more) {
                more = other.takeNext();
            }
        }
        assertFinishedOnce();
    }

    @Test
    void aBatchThatDiesBeforeItsCommitLeavesNothing() {
        ImportJob job = claimed();
        jdbc.sql("alter table import_job add constraint die check (position <> 20)")
                .update();
        try (ImportRun dying = worker().open(job, 1)) {
            dying.takeNext();
            assertThatThrownBy(dying::takeNext).isNotNull();
        } finally {
            jdbc.sql("alter table import_job drop constraint die").update();
        }
        assertThat(institutions()).isEqualTo(10);
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(10);
        try (ImportRun other = worker().open(claimed(), 1)) {
            boolean more = true;
            while (more) {
                more = other.takeNext();
            }
        }
        assertFinishedOnce();
    }

    @Test
    void aWorkerThatWasThoughtDeadAndComesBackChangesNothing() {
        try (ImportRun stopped = worker().open(claimed(), 1)) {
            stopped.takeNext();
            try (ImportRun other = worker().open(claimed(), 1)) {
                other.takeNext();
                assertThatThrownBy(stopped::takeNext).isInstanceOf(ImportLostException.class);
                assertThat(institutions()).isEqualTo(19);
                boolean more = true;
                while (more) {
                    more = other.takeNext();
                }
            }
        }
        assertFinishedOnce();
    }

    @Test
    void aFileThatWaitsSinceBeforePiecesWerePackedIsTaken() {
        String content = new String(jobs.chunk(id, 0).orElseThrow(), StandardCharsets.ISO_8859_1);
        jdbc.sql("update import_chunk set content = ?, packed = false where job_id = ?")
                .params(cipher.encrypt(content), Ids.bytes(id.value()))
                .update();
        try (ImportRun run = worker().open(claimed(), 1)) {
            boolean more = true;
            while (more) {
                more = run.takeNext();
            }
        }
        assertFinishedOnce();
    }

    @Test
    void onlyOneWorkerGetsAJobAndALaterJobOfTheAssociationWaits() {
        registry.upload(
                registry.hr(),
                "institutions",
                "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n",
                false);
        claimed();
        assertThat(management.claim()).isEmpty();
    }

    /** R13: a job is stopped between batches; what was taken stays, nothing more is taken. */
    @Test
    void aCancelledJobKeepsWhatWasTakenAndTakesNothingMore() {
        String job = "/v1/imports/" + id;
        try (ImportRun run = worker().open(claimed(), 1)) {
            run.takeNext();
            Answer cancelled = registry.hr().post(job + "/cancellations", Map.of());
            assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
            assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
            assertThatThrownBy(run::takeNext).isInstanceOf(ImportLostException.class);
        }
        assertThat(institutions()).isEqualTo(10);
        assertThat(management.claim()).isNotEqualTo(Optional.of(id));
        assertThat(registry.hr().post(job + "/cancellations", Map.of()).code()).isEqualTo("import.ended");
        assertThat(count("select count(*) from import_chunk where association_id = ?"))
                .isZero();
        assertThat(count("select count(*) from audit_entry where action = 'import.cancelled' and association_id = ?"))
                .isEqualTo(1);
        assertThat(registry.hr().get(job + "/result").body().lines()).hasSize(11);
    }

    @Test
    void aJobThatWaitsIsCancelledBeforeItsFirstRow() {
        registry.hr().post("/v1/imports/" + id + "/cancellations", Map.of());
        worker().work(jobs.find(id).orElseThrow(), 1);
        assertThat(institutions()).isZero();
        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(ImportStatus.CANCELLED);
    }

    /** R13: also over several batches, and after a resumption. */
    @Test
    void theResultFileTellsTheFateOfEachRowOnce() {
        try (ImportRun run = worker().open(claimed(), 1)) {
            run.takeNext();
        }
        try (ImportRun other = worker().open(claimed(), 1)) {
            boolean more = true;
            while (more) {
                more = other.takeNext();
            }
        }
        String result = registry.hr().get("/v1/imports/" + id + "/result").body();
        assertThat(result.lines()).hasSize(ROWS + 1).doesNotHaveDuplicates();
        assertThat(result).contains("15,V014,accepted,,,,", "16,V015,rejected,tier,unknown-value,palace");
        assertThat(result).contains("palace 不是已知代码", "palace is not one of the known codes");
    }
}
