package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;

/** Judging a batch while the one before is written changes no answer; workers are driven by hand, batches are small. */
@ServiceTest
@TestPropertySource(
        properties = {"staff.imports.worker=false", "staff.imports.batch=5", "staff.imports.abandoned-after=200ms"})
class ImportPipelineTests {

    private static final String MEMBERS =
            "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,specialty_since,institution_head\n";
    private static final String APPOINTMENTS =
            "external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to\n";
    private static final String LICENCES =
            "number,staff_no,kind,category,scope,main_institution_code,issued_by,valid_from,valid_to,"
                    + "status,suspended_from,suspended_to,status_reason\n";

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

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private ImportRun open(ImportId id, boolean ahead) {
        ImportJob job = await().atMost(Duration.ofSeconds(10))
                .until(management::claim, claimed -> claimed.map(ImportJob::id).equals(Optional.of(id)))
                .orElseThrow();
        return new ImportRun(job, ahead, management, jobs, lists, settings);
    }

    /** The fate of each row. */
    private String taken(Registry registry, String list, String csv, boolean ahead) {
        ImportId id = new ImportId(registry.upload(registry.hr(), list, csv, false));
        try (ImportRun run = open(id, ahead)) {
            boolean more = true;
            while (more) {
                more = run.takeNext();
            }
        }
        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(ImportStatus.FINISHED);
        return registry.hr().get("/v1/imports/" + id + "/result").body();
    }

    /** Forty people, some told twice under two numbers. */
    private static String members(Random random) {
        StringBuilder csv = new StringBuilder(MEMBERS);
        for (int n = 1; n <= 40; n++) {
            int person = 1 + random.nextInt(n);
            csv.append("P%d,林海燕,,male,1980-05-17,%s,,physician,intermediate,2018-07-01,surgery,2012-07-01,false\n"
                    .formatted(
                            n,
                            Registry.physician(random.nextInt(4) == 0 ? person : n)
                                    .get("nationalId")));
        }
        return csv.toString();
    }

    /** Of few people, so that neighbouring batches speak of the same ones, and more than anybody may hold. */
    private static String appointments(Random random) {
        StringBuilder csv = new StringBuilder(APPOINTMENTS);
        for (int n = 1; n <= 40; n++) {
            csv.append("A%d,P%d,%s,,医师,0.%d,%s,20%02d-01-01,\n"
                    .formatted(
                            n,
                            1 + random.nextInt(12),
                            random.nextBoolean() ? "T01" : "T02",
                            2 + random.nextInt(7),
                            random.nextBoolean(),
                            10 + random.nextInt(10)));
        }
        return csv.toString();
    }

    private static String licences(Random random) {
        StringBuilder csv = new StringBuilder(LICENCES);
        for (int n = 1; n <= 40; n++) {
            csv.append("L%d,P%d,physician,clinical,surgery,T01,卫生健康委员会,2020-01-01,2040-12-31,%s\n"
                    .formatted(
                            n,
                            1 + random.nextInt(40),
                            random.nextInt(4) == 0 ? "suspended,2026-01-01,2041-01-01,审查" : "active,,,"));
        }
        return csv.toString();
    }

    private List<String> fates(long seed, boolean ahead) {
        Registry registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        Random random = new Random(seed);
        List<String> fates = new ArrayList<>();
        fates.add(taken(registry, "members", members(random), ahead));
        fates.add(taken(registry, "appointments", appointments(random), ahead));
        fates.add(taken(registry, "licences", licences(random), ahead));
        fates.add(taken(registry, "licences", licences(random), ahead));
        return fates;
    }

    @Test
    void rowsFareTheSameWhetherBatchesAreJudgedAheadOrNot_R13() {
        for (long seed = 1; seed <= 5; seed++) {
            List<String> ahead = fates(seed, true);
            assertThat(ahead).isEqualTo(fates(seed, false));
            assertThat(ahead.getFirst()).contains("duplicate-national-id");
            assertThat(ahead.get(1)).contains(",accepted,").contains(",rejected,");
            assertThat(ahead.getLast()).contains(",accepted,").contains(",rejected,");
        }
    }

    /** The second batch waits, judged, until the first is committed, and is gone when the run ends before. */
    @Test
    void aBatchThatWasJudgedAheadAndGetsNoTurnLeavesNothing_R13() {
        Registry registry = Registry.empty(port);
        ImportId id = new ImportId(registry.upload(registry.hr(), "members", members(new Random(1)), false));
        try (ImportRun run = open(id, true)) {
            assertThat(run.takeNext()).isTrue();
        }
        ImportJob stopped = jobs.find(id).orElseThrow();
        assertThat(stopped.position()).isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from member where association_id = ?")
                        .param(Ids.bytes(registry.association()))
                        .query(Long.class)
                        .single())
                .isEqualTo(stopped.taken().created());
        try (ImportRun other = open(id, true)) {
            boolean more = true;
            while (more) {
                more = other.takeNext();
            }
        }
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(40);
    }

    /** Whoever holds a person of the second batch holds up that one, and not the first. */
    @Test
    void aBatchIsCommittedWhileTheNextWaitsForSomebodysLock_R13() throws Exception {
        Registry registry = Registry.empty(port);
        taken(registry, "members", members(new Random(1)), true);
        ImportId id = new ImportId(
                registry.upload(registry.hr(), "members", members(new Random(1)).replace("林海燕", "林海雁"), false));
        try (Connection somebody = database.getConnection();
                PreparedStatement lock = somebody.prepareStatement(
                        "select id from member where association_id = ? and staff_no = 'P7' for update")) {
            somebody.setAutoCommit(false);
            lock.setBytes(1, Ids.bytes(registry.association()));
            lock.executeQuery();
            try (ImportRun run = open(id, true)) {
                assertThat(run.takeNext()).isTrue();
                assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(5);
                somebody.rollback();
                assertThat(run.takeNext()).isTrue();
            }
        }
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(10);
    }

    /** What is not judged ahead waits without a transaction, so that it may wait long. */
    @Test
    void aBatchThatIsOnlyReadAheadHoldsNoConnection_R13() throws Exception {
        Registry registry = Registry.empty(port);
        StringBuilder csv = new StringBuilder(
                "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n");
        for (int n = 1; n <= 12; n++) {
            csv.append("V%02d,卫生室,,village-clinic,false,rural,1200,,,,\n".formatted(n));
        }
        ImportId id = new ImportId(registry.upload(registry.hr(), "institutions", csv.toString(), false));
        HikariPoolMXBean pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        try (ImportRun run = open(id, true)) {
            assertThat(run.takeNext()).isTrue();
            await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getName().equals("import-batch"))
                    .flatMap(thread -> Stream.of(thread.getValue()))
                    .anyMatch(frame -> frame.getClassName().equals(ImportTurn.class.getName())));
            await().until(() -> pool.getActiveConnections() == 0);
            assertThat(run.takeNext()).isTrue();
        }
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(10);
    }

    /** As a worker that was thought dead and comes back: what it judged ahead is not written. */
    @Test
    void aBatchThatWasJudgedAheadIsLostWithItsJob_R13() {
        Registry registry = Registry.empty(port);
        ImportId id = new ImportId(registry.upload(registry.hr(), "members", members(new Random(1)), false));
        try (ImportRun stopped = open(id, true)) {
            stopped.takeNext();
            try (ImportRun other = open(id, true)) {
                other.takeNext();
            }
            assertThatThrownBy(stopped::takeNext).isInstanceOf(ImportLostException.class);
        }
        assertThat(jobs.find(id).orElseThrow().position()).isEqualTo(10);
    }
}
