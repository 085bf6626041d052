package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import org.yilianti.staff.StaffRows;

/** Two batches under way at a time do what one after the other does (R13). */
@ServiceTest
@TestPropertySource(
        properties = {"staff.imports.worker=false", "staff.imports.batch=20", "staff.imports.abandoned-after=200ms"})
class ImportPairTests {

    private static final int PEOPLE = 400;
    private static final List<String> LISTS = List.of("institutions", "members", "appointments", "licences");

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

    /** Files in which neighbours concern the same: people with a post or a licence more, ids that somebody before has, faults. */
    private static Map<String, String> files(Random random) {
        StringBuilder institutions = new StringBuilder(
                "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n");
        for (int i = 0; i < 5; i++) {
            institutions.append("T%02d,卫生院,,township-health-centre,false,rural,1200,,,,\n".formatted(i));
        }
        StringBuilder members = new StringBuilder(
                "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,specialty_since,institution_head\n");
        StringBuilder appointments = new StringBuilder(
                "external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to\n");
        StringBuilder licences = new StringBuilder(
                "number,staff_no,kind,category,scope,main_institution_code,issued_by,valid_from,valid_to,status,suspended_from,suspended_to,status_reason\n");
        for (int i = 50; i < PEOPLE + 50; i++) {
            int whose = random.nextInt(12) == 0 ? i - 1 - random.nextInt(45) : i;
            members.append("%s,沈文博,,male,%s,%s,,physician,%s,,,,false\n"
                    .formatted(
                            StaffRows.staffNo(i),
                            StaffRows.birthDate(whose),
                            StaffRows.nationalId(whose),
                            random.nextInt(30) == 0 ? "emperor" : "junior"));
            appointments.append("A%d,%s,T%02d,,医师,%s,%s,%d-01-01,\n"
                    .formatted(
                            i,
                            StaffRows.staffNo(i - random.nextInt(30)),
                            random.nextInt(5),
                            random.nextBoolean() ? "1" : "0.4",
                            random.nextBoolean(),
                            2015 + random.nextInt(8)));
            licences.append("L%d,%s,physician,clinical,,T%02d,,2015-01-01,%d-01-01,active,,,\n"
                    .formatted(
                            i,
                            StaffRows.staffNo(i - random.nextInt(30)),
                            random.nextInt(5),
                            2014 + random.nextInt(30)));
        }
        return Map.of(
                "institutions", institutions.toString(),
                "members", members.toString(),
                "appointments", appointments.toString(),
                "licences", licences.toString());
    }

    private ImportWorker worker(DataSize pairedFrom) {
        ImportSettings changed = new ImportSettings(
                settings.maxSize(),
                settings.maxWorkbook(),
                settings.maxUnpacked(),
                settings.batch(),
                settings.dryRunBatch(),
                pairedFrom,
                settings.poll(),
                settings.abandonedAfter(),
                false);
        ImportWorker worker = new ImportWorker(management, jobs, lists, changed, new ImportSignal());
        worker.start();
        return worker;
    }

    private ImportId uploaded(Registry registry, String list, Map<String, String> files) {
        return new ImportId(registry.upload(registry.hr(), list, files.get(list), false));
    }

    private void finished(ImportId id) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(ImportStatus.FINISHED));
    }

    private List<String> rows(Registry registry, String sql) {
        return jdbc.sql(sql)
                .param(Ids.bytes(registry.association()))
                .query(String.class)
                .list();
    }

    /** All that an import leaves. */
    private List<List<String>> left(Registry registry) {
        return List.of(
                rows(
                        registry,
                        "select concat_ws('|', staff_no, version, birth_date) from member where association_id = ? order by 1"),
                rows(
                        registry,
                        "select concat_ws('|', external_id, revision, fte_percent, main_post, valid_from, valid_to, believed)"
                                + " from appointment where association_id = ? order by 1"),
                rows(
                        registry,
                        "select concat_ws('|', number, version, valid_to, status) from licence where association_id = ? order by 1"),
                rows(
                        registry,
                        "select concat_ws('|', type, sum(events)) from outbox_event where association_id = ? group by type order by 1"));
    }

    @Test
    void twoBatchesAtATimeJudgeAndLeaveWhatOneAfterTheOtherDoes_R13() {
        Map<String, String> files = files(new Random(3));
        Registry alone = Registry.empty(port);
        Registry paired = Registry.empty(port);
        ImportWorker one = worker(DataSize.ofMegabytes(100));
        for (String list : LISTS) {
            ImportId first = uploaded(alone, list, files);
            finished(first);
            ImportId second = uploaded(paired, list, files);
            one.stop();
            ImportWorker two = worker(DataSize.ofBytes(0));
            finished(second);
            two.stop();
            one = worker(DataSize.ofMegabytes(100));
            assertThat(paired.hr().get("/v1/imports/" + second + "/result").body())
                    .as(list)
                    .isEqualTo(
                            alone.hr().get("/v1/imports/" + first + "/result").body());
        }
        one.stop();
        assertThat(left(paired)).isEqualTo(left(alone));
        assertThat(left(alone).get(1)).hasSizeBetween(100, PEOPLE - 20);
    }

    @Test
    void aPairThatDiesLeavesWholeBatchesFromTheBeginningAndIsFinishedOnce_R13() {
        Registry registry = Registry.empty(port);
        Map<String, String> files = files(new Random(4));
        ImportId id = uploaded(registry, "members", files);
        ImportJob job = await().until(
                        management::claim, found -> found.map(ImportJob::id).equals(Optional.of(id)))
                .orElseThrow();
        jdbc.sql("alter table import_job add constraint die check (position <> 100)")
                .update();
        try (ImportPair dying = pair(job)) {
            assertThatThrownBy(() -> {
                        while (dying.takeNext()) {
                            assertThat(jobs.find(id).orElseThrow().position()).isLessThan(100);
                        }
                    })
                    .isNotNull();
        } finally {
            jdbc.sql("alter table import_job drop constraint die").update();
        }
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(80);
        long judged = jobs.find(id).orElseThrow().taken().created()
                + jobs.find(id).orElseThrow().rejected();
        assertThat(judged).isEqualTo(80);
        assertThat(rows(registry, "select staff_no from member where association_id = ?"))
                .hasSize((int) jobs.find(id).orElseThrow().taken().created());
        ImportWorker other = worker(DataSize.ofBytes(0));
        finished(id);
        other.stop();
        ImportJob done = jobs.find(id).orElseThrow();
        assertThat(done.position()).isEqualTo(PEOPLE);
        assertThat(rows(registry, "select staff_no from member where association_id = ?"))
                .hasSize((int) done.taken().created())
                .doesNotHaveDuplicates();
    }

    @Test
    void aCancelledPairKeepsWhatItCommittedAndTakesNothingMore_R13() {
        Registry registry = Registry.empty(port);
        ImportId id = uploaded(registry, "members", files(new Random(5)));
        ImportJob job = await().until(
                        management::claim, found -> found.map(ImportJob::id).equals(Optional.of(id)))
                .orElseThrow();
        try (ImportPair pair = pair(job)) {
            pair.takeNext();
            pair.takeNext();
            pair.takeNext();
            assertThat(registry.hr()
                            .post("/v1/imports/" + id + "/cancellations", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> {
                        while (pair.takeNext()) {
                            assertThat(pair).isNotNull();
                        }
                    })
                    .isInstanceOf(ImportLostException.class);
        }
        ImportJob cancelled = jobs.find(id).orElseThrow();
        assertThat(cancelled.status()).isEqualTo(ImportStatus.CANCELLED);
        assertThat(rows(registry, "select staff_no from member where association_id = ?"))
                .hasSize((int) cancelled.taken().created());
    }

    private ImportPair pair(ImportJob job) {
        RegistryList list = lists.named(job.list());
        return new ImportPair(job, management, list, new ImportBatches(job, jobs, list, settings));
    }
}
