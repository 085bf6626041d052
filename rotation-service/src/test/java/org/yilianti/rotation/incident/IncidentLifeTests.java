package org.yilianti.rotation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** Incidents over the API (M3): in a service under an agreement, apportioned by it, with exceptions by consent. */
@ServiceTest
class IncidentLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private String home = "";
    private String host = "";
    private String staffNo = "";
    private UUID doctor = new UUID(0, 0);
    private UUID homeId = new UUID(0, 0);
    private UUID hostId = new UUID(0, 0);

    @BeforeEach
    void aDoctorWithAnAgreement() {
        rotation = new TestRotation(port, events);
        var practice = new TestPractice(rotation).filed();
        home = practice.homeCode;
        host = practice.hostCode;
        homeId = practice.home;
        hostId = practice.host;
        doctor = practice.doctor;
        staffNo = practice.staffNo;
    }

    @Test
    void anIncidentInAServiceIsApportionedByTheAgreementOfItsTime() {
        String incident = settled(1_000_001);
        JsonNode now = rotation.registrarOf(home).get(incident).json();
        assertThat(now.path("status").asString()).isEqualTo("settled");
        assertThat(now.path("agreementVersion").asInt()).isEqualTo(1);
        assertThat(now.path("apportionment").path("homeFen").asLong()).isEqualTo(300_000);
        assertThat(now.path("apportionment").path("hostFen").asLong()).isEqualTo(600_001);
        assertThat(now.path("apportionment").path("memberFen").asLong()).isEqualTo(100_000);
        assertThat(rotation.registrarOf(host)
                        .post(incident + "/closings", Map.of("note", "done"))
                        .code())
                .isEqualTo("incident.four-eyes");
        assertThat(rotation.registrarOf(home)
                        .post(incident + "/closings", Map.of("note", "done"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("closed");
        UUID id = UUID.fromString(now.path("id").asString());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.bodies("rotation.incidents", id))
                .hasSize(4)
                .allSatisfy(body -> {
                    EventContract.assertValid("rotation.incident-changed.v1", body);
                    assertThat(body).doesNotContain("fell");
                }));
    }

    @Test
    void otherPartsNeedBothInstitutions() {
        String overrides = settled(1_000) + "/overrides";
        Map<String, Object> parts = Map.of("homeFen", 0, "hostFen", 1_000, "memberFen", 0);
        Map<String, Object> proposal = Map.of("parts", parts, "reason", "faulty device of the host");
        assertThat(rotation.registrarOf(home)
                        .post(
                                overrides,
                                Map.of("parts", Map.of("homeFen", 0, "hostFen", 999, "memberFen", 0), "reason", "x"))
                        .code())
                .isEqualTo("incident.parts-sum");
        TestApi.Answer proposed = rotation.registrarOf(home).post(overrides, proposal);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(rotation.registrarOf(host).post(overrides, proposal).code()).isEqualTo("incident.override-open");
        String one = overrides + "/" + proposed.id();
        assertThat(rotation.registrarOf(home).post(one + "/consents", Map.of()).status())
                .isEqualTo(403);
        assertThat(rotation.registrarOf(host).post(one + "/consents", Map.of()).status())
                .isEqualTo(200);
        JsonNode now = rotation.registrarOf(home)
                .get(overrides.replace("/overrides", ""))
                .json()
                .path("apportionment");
        assertThat(now.path("hostFen").asLong()).isEqualTo(1_000);
        assertThat(now.path("overrideId").asString()).isEqualTo(proposed.id().toString());
    }

    @Test
    void whatHasNoAgreementOrNoTimeIsRefusedWithTheReason() {
        String atHome = serviceAt(homeId, "2026-10-07");
        assertThat(report(Map.of("serviceRecordId", atHome, "severity", "minor", "description", "x"))
                        .code())
                .isEqualTo("incident.no-agreement");
        String atHost = serviceAt(hostId, "2026-10-08");
        assertThat(report(Map.of(
                                "serviceRecordId", atHost,
                                "occurredAt", "2026-10-09T00:00:00Z",
                                "severity", "minor",
                                "description", "x"))
                        .code())
                .isEqualTo("incident.outside-service");
        assertThat(report(Map.of("severity", "minor", "description", "x")).code())
                .isEqualTo("incident.time-missing");
        assertThat(report(Map.of("serviceRecordId", atHost, "severity", "bad", "description", "x"))
                        .code())
                .isEqualTo("incident.unknown-severity");
    }

    @Test
    void whoHasNothingToDoWithItSeesNothingAndTheReportOfRiskAddsUp() {
        String incident = settled(50_000);
        settled(30_000);
        assertThat(rotation.registrarOf("ELSEWHERE").get(incident).status()).isEqualTo(404);
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .get("/v1/incidents/totals?from=2026-10-01&to=2026-11-01")
                        .json()
                        .path("items"))
                .isEmpty();
        JsonNode person = rotation.registrarOf(host)
                .get("/v1/incidents/totals?by=person&from=2026-10-01&to=2026-11-01")
                .json()
                .path("items")
                .path(0);
        assertThat(person.path("subjectId").asString()).isEqualTo(doctor.toString());
        assertThat(person.path("incidents").asLong()).isEqualTo(2);
        assertThat(person.path("damageFen").asLong()).isEqualTo(80_000);
        assertThat(person.path("hostFen").asLong()).isEqualTo(48_000);
    }

    @Test
    void nobodyDecidesOnAnIncidentOfTheirOwn() {
        String incident = reported("2026-10-06");
        TestApi self = new TestApi(port)
                .as(TestCaller.named("self")
                        .with(Role.REGISTRAR, "*")
                        .with(Role.STAFF, "*")
                        .staffNo(staffNo));
        assertThat(self.post(incident + "/reviews", Map.of("note", "n")).code()).isEqualTo("incident.own");
    }

    private String settled(long damageFen) {
        String incident = reported("2026-10-%02d".formatted(6 + (int) (damageFen % 7)));
        assertThat(rotation.registrarOf(home)
                        .post(incident + "/reviews", Map.of("note", "n"))
                        .status())
                .isEqualTo(200);
        TestApi.Answer settled =
                rotation.registrarOf(host).post(incident + "/settlements", Map.of("damageFen", damageFen, "note", "n"));
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        return incident;
    }

    @Test
    void anIncidentInASharedSessionIsApportionedByTheAgreementOfTheSpecialistThere() {
        UUID session = sessionOn("2026-10-09");
        Map<String, Object> report = new HashMap<>();
        report.put("sharedSessionId", session);
        report.put("severity", "minor");
        report.put("description", "a dose was missed");
        report.put("occurredAt", "2026-10-09T05:00:00Z");
        assertThat(report(report).code()).isEqualTo("incident.outside-service");
        report.remove("occurredAt");
        TestApi.Answer reported = report(report);
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(reported.json().path("occurredAt").asString()).isEqualTo("2026-10-09T00:00:00Z");
        assertThat(reported.json().path("institutionId").asString()).isEqualTo(hostId.toString());
        assertThat(rotation.registrarOf(home)
                        .get("/v1/incidents?session=" + session)
                        .json()
                        .path("items")
                        .path(0)
                        .path("sharedSessionId")
                        .asString())
                .isEqualTo(session.toString());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.bodies("rotation.incidents", reported.id()))
                        .singleElement()
                        .satisfies(body -> {
                            EventContract.assertValid("rotation.incident-changed.v1", body);
                            assertThat(body).contains(session.toString());
                        }));
        report.put("sharedSessionId", UUID.randomUUID());
        assertThat(report(report).code()).isEqualTo("shared-session.unknown");
    }

    /** Offered ahead, as sessions are, and since then held. */
    private UUID sessionOn(String day) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(72, ChronoUnit.HOURS);
        Map<String, Object> offer = new HashMap<>();
        offer.put("institutionId", hostId);
        offer.put("memberId", doctor);
        offer.put("specialty", "cardiology");
        offer.put("place", "room 3");
        offer.put("visiting", false);
        offer.put("startsAt", start.toString());
        offer.put("endsAt", start.plus(4, ChronoUnit.HOURS).toString());
        offer.put("capacity", 4);
        TestApi.Answer offered = rotation.hostOf(host).post("/v1/shared-sessions", offer);
        assertThat(offered.status()).as(offered.body()).isEqualTo(201);
        jdbc.update(
                "update shared_session set starts_at = ?, ends_at = ? where id = ?",
                Timestamp.from(Instant.parse(day + "T00:00:00Z")),
                Timestamp.from(Instant.parse(day + "T04:00:00Z")),
                Ids.bytes(offered.id()));
        return offered.id();
    }

    private String reported(String day) {
        TestApi.Answer reported = report(Map.of(
                "serviceRecordId", serviceAt(hostId, day), "severity", "moderate", "description", "a patient fell"));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        return "/v1/incidents/" + reported.id();
    }

    private TestApi.Answer report(Map<String, Object> body) {
        return rotation.hr().post("/v1/incidents", body);
    }

    private String serviceAt(UUID site, String day) {
        Map<String, Object> item = new HashMap<>();
        item.put("sourceId", home + "-" + UUID.randomUUID());
        item.put("memberId", doctor);
        item.put("institutionId", site);
        item.put("kind", "clinic");
        item.put("startedAt", day + "T00:00:00Z");
        item.put("endedAt", day + "T04:00:00Z");
        return rotation.his()
                .post("/v1/service-records", Map.of("items", java.util.List.of(item)))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }
}
