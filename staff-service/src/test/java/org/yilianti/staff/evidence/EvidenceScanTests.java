package org.yilianti.staff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R4: when files are scanned: before the transaction of their upload, and later what was kept while the scanner was away. */
@ServiceTest
class EvidenceScanTests {

    @Autowired
    EvidenceRepository files;

    @Autowired
    ContentStore contents;

    @Autowired
    InfectionManagement infections;

    @Autowired
    AlertWorker alerts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    EvidenceSettings settings;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private EvidenceDesk desk = new EvidenceDesk(registry);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aPhysicianWithALicence() {
        registry = Registry.empty(port);
        desk = new EvidenceDesk(registry);
        registry.institution("T01");
        licence = created(registry.hr().post("/v1/licences", licence(registry.physicianAt(1, "T01"), "N1", "T01")));
        jdbc.sql("update evidence_file set scan = 'clean' where scan = 'not-scanned'")
                .update(); // what others left
    }

    private UUID kept(String content) {
        return desk.upload("licence", licence, "application/pdf", null, SampleFiles.pdf(content))
                .id();
    }

    private void rescan(PretendedClamd daemon, Duration patience) {
        Clamd scanner = new Clamd("127.0.0.1", daemon.port(), patience);
        new UnscannedWorker(files, contents, infections, scanner).scanNext();
    }

    private JsonNode file(UUID id) {
        return registry.hr().get("/v1/evidence-files/" + id).json();
    }

    private JsonNode openAlerts() {
        alerts.lookAt(registry.association());
        return registry.hr().get("/v1/alerts?kind=evidence-infected").json().path("items");
    }

    private EvidenceDesk.Answer download(UUID id, Role role) {
        return desk.download(id, desk.caller(role, "T01"));
    }

    @Test
    void whatWasKeptUnscannedAndIsInfectedIsWithdrawnWithAuditAndAlertAndGivenToNobody_R4() {
        UUID id = kept("one");
        assertThat(file(id).path("scan").asString()).isEqualTo("not-scanned");
        try (PretendedClamd daemon = new PretendedClamd("stream: Eicar-Test-Signature FOUND")) {
            rescan(daemon, Duration.ofSeconds(20));
        }
        assertThat(file(id).path("scan").asString()).isEqualTo("infected");
        assertThat(file(id).path("status").asString()).isEqualTo("withdrawn");
        assertThat(file(id).path("withdrawalReason").asString()).contains("Eicar-Test-Signature");
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=evidence.found-infected")
                        .body())
                .contains(id.toString(), "system:virus-scan", "Eicar-Test-Signature");
        for (Role role : List.of(Role.AUDITOR, Role.HR_OFFICER)) {
            assertThat(download(id, role).code()).isEqualTo("evidence.withheld");
        }
        assertThat(openAlerts()).hasSize(1);
        assertThat(openAlerts().path(0).path("institutionCode").asString()).isEqualTo("T01");
        kept("another in its place");
        assertThat(openAlerts()).isEmpty();
    }

    @Test
    void whatWasKeptUnscannedAndIsCleanStandsAndIsScannedOnce_R4() throws InterruptedException {
        UUID id = kept("one");
        try (PretendedClamd daemon = new PretendedClamd("stream: OK")) {
            rescan(daemon, Duration.ofSeconds(20));
            assertThat(daemon.received()).as("the whole content").isEqualTo(SampleFiles.pdf("one"));
            assertThat(file(id).path("scan").asString()).isEqualTo("clean");
            long version = file(id).path("version").asLong();
            rescan(daemon, Duration.ofSeconds(20));
            assertThat(file(id).path("version").asLong()).isEqualTo(version);
        }
        assertThat(download(id, Role.REGISTRAR).status()).isEqualTo(200);
        assertThat(openAlerts()).isEmpty();
    }

    @Test
    void aScannerThatIsStillAwayIsNotAskedForEachFile_R4() throws InterruptedException {
        UUID one = kept("one");
        UUID two = kept("two");
        try (PretendedClamd daemon = new PretendedClamd(null)) {
            rescan(daemon, Duration.ofMillis(300));
        }
        long tried = jdbc.sql("select count(*) from evidence_file where association_id = ? and scanned_at is not null")
                .param(Ids.bytes(registry.association()))
                .query(Long.class)
                .single();
        assertThat(tried).isEqualTo(1);
        assertThat(file(one).path("scan").asString()).isEqualTo("not-scanned");
        try (PretendedClamd daemon = new PretendedClamd("stream: OK")) {
            rescan(daemon, Duration.ofSeconds(20));
            assertThat(daemon.received())
                    .as("whose turn has not been comes first")
                    .isEqualTo(SampleFiles.pdf("two"));
        }
        assertThat(file(one).path("scan").asString()).isEqualTo("clean");
        assertThat(file(two).path("scan").asString()).isEqualTo("clean");
    }

    @Test
    void aFileThatIsWithdrawnMeanwhileStaysAsItIs_R4() {
        UUID id = kept("one");
        registry.hr().post("/v1/evidence-files/" + id + "/withdrawals", Map.of("reason", "wrong person"));
        infections.settle(registry.association(), id, Verdict.infected("Eicar-Test-Signature"));
        assertThat(file(id).path("scan").asString()).isEqualTo("not-scanned");
        assertThat(openAlerts()).isEmpty();
    }

    /** As many slow uploads as are examined at once: a further one is refused, but no connection of the database is taken. */
    @Test
    void uploadsThatAreBeingReadAndScannedHoldNoConnectionOfTheDatabase_R4() throws Exception {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < settings.atOnce(); number++) {
                slow.add(half(number));
            }
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            desk.upload("licence", licence, "application/pdf", null, SampleFiles.pdf("more"))
                                    .status())
                    .isEqualTo(503));
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket half(int number) throws IOException {
        String head = "POST " + EvidenceDesk.address("licence", licence) + " HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: Bearer " + desk.token() + "\r\nIdempotency-Key: half-" + number + "\r\n"
                + "Content-Type: application/pdf\r\nContent-Length: 2000000\r\n\r\n%PDF-1.7";
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
        return caller;
    }
}
