package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
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
        assertThat(count("select count(*) from outbox_event where association_id = ?"))
                .isEqualTo(42);
        assertThat(count("select count(*) from import_row where association_id = ?"))
                .isEqualTo(3);
        assertThat(count("select count(*) from audit_entry where action = 'import.finished' and association_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void aJobThatWasKilledBetweenBatchesIsFinishedByAnotherWorkerWithoutDoubleRows() {
        try (ImportRun killed = worker().open(claimed())) {
            killed.takeNext();
            killed.takeNext();
        }
        assertThat(institutions()).isEqualTo(19);
        ImportJob resumed = claimed();
        assertThat(resumed.position()).isEqualTo(20);
        try (ImportRun other = worker().open(resumed)) {
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
        try (ImportRun dying = worker().open(job)) {
            dying.takeNext();
            assertThatThrownBy(dying::takeNext).isNotNull();
        } finally {
            jdbc.sql("alter table import_job drop constraint die").update();
        }
        assertThat(institutions()).isEqualTo(10);
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(10);
        try (ImportRun other = worker().open(claimed())) {
            boolean more = true;
            while (more) {
                more = other.takeNext();
            }
        }
        assertFinishedOnce();
    }

    @Test
    void aWorkerThatWasThoughtDeadAndComesBackChangesNothing() {
        try (ImportRun stopped = worker().open(claimed())) {
            stopped.takeNext();
            try (ImportRun other = worker().open(claimed())) {
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
    void onlyOneWorkerGetsAJobAndALaterJobOfTheAssociationWaits() {
        registry.upload(
                registry.hr(),
                "institutions",
                "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n",
                false);
        claimed();
        assertThat(management.claim()).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWhereverThePiecesAreCut() {
        Utf8Check check = new Utf8Check();
        byte[] name = "沈".getBytes(StandardCharsets.UTF_8);
        check.check(new byte[] {name[0]});
        check.check(new byte[] {name[1], name[2]});
        check.end();
        assertThatThrownBy(() -> new Utf8Check().check(new byte[] {(byte) 0xc9, (byte) 0xf2}))
                .hasMessageContaining("import.not-utf8");
        Utf8Check cut = new Utf8Check();
        cut.check(new byte[] {name[0]});
        assertThatThrownBy(cut::end).hasMessageContaining("import.not-utf8");
    }
}
