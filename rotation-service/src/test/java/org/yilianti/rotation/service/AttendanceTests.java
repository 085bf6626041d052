package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** Service as it comes in (M10): people check in and out, and systems send files. */
@ServiceTest
class AttendanceTests {

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    private TestRotation rotation;
    private String code = "";
    private String staffNo = "";
    private UUID site = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aDoctorOfASite() {
        rotation = new TestRotation(port, events);
        number++;
        code = "CHK" + number;
        staffNo = "AT%04d".formatted(number);
        site = rotation.staff.institution(code);
        doctor = rotation.staff.physician(staffNo, site);
        rotation.staff.licence(doctor);
        rotation.awaitInstitution(site);
        rotation.awaitDecision(doctor, site, "2026-10-01", true);
    }

    @Test
    void comingAndLeavingMakesARecordThatTheHostConfirms() {
        Instant came = Instant.now().minus(4, ChronoUnit.HOURS);
        TestApi.Answer arrived = arrive(rotation.member(staffNo), came);
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(201);
        assertThat(arrive(rotation.member(staffNo), came).code()).isEqualTo("check-in.present-already");
        assertThat(rotation.hostOf(code)
                        .get("/v1/check-ins?open=true&institution=" + site)
                        .json()
                        .path("items"))
                .hasSize(1);
        String leave = "/v1/check-ins/" + arrived.id() + "/check-outs";
        assertThat(rotation.member("SOMEBODY").post(leave, Map.of()).status()).isEqualTo(404);
        Map<String, Object> after = Map.of("at", came.plus(4, ChronoUnit.HOURS).toString());
        JsonNode result =
                rotation.member(staffNo).post(leave, after).json().path("items").path(0);
        assertThat(result.path("status").asString()).as("%s", result).isEqualTo("created");
        assertThat(rotation.member(staffNo).post(leave, Map.of()).code()).isEqualTo("check-in.left-already");
        assertThat(rotation.hostOf(code)
                        .post("/v1/service-records/" + result.path("id").asString() + "/confirmations", Map.of())
                        .json()
                        .path("minutes")
                        .asInt())
                .isEqualTo(240);
    }

    @Test
    void aClockFarAheadAndAForgottenCheckOutAreRefusedUntilTheRightTimeIsSaid() {
        Instant ahead = Instant.now().plus(2, ChronoUnit.HOURS);
        assertThat(arrive(rotation.hostOf(code), ahead, doctor).code()).isEqualTo("service-record.in-future");
        Instant came = Instant.now().minus(60, ChronoUnit.HOURS);
        String leave =
                "/v1/check-ins/" + arrive(rotation.hostOf(code), came, doctor).id() + "/check-outs";
        assertThat(rotation.hostOf(code).post(leave, Map.of()).code()).isEqualTo("service-record.too-long");
        Map<String, Object> right = Map.of("at", came.plus(8, ChronoUnit.HOURS).toString());
        assertThat(rotation.hostOf(code).post(leave, right).status()).isEqualTo(200);
        assertThat(arrive(rotation.hostOf("ELSEWHERE"), came, doctor).status()).isEqualTo(403);
    }

    @Test
    void aFileIsTakenRowByRowAndTheSameFileAgainChangesNothing() {
        String file = """
                source_id,staff_no,institution_code,kind,started_at,ended_at,duty_id
                %1$s-1,%2$s,%1$s,clinic,2026-10-12 08:00,2026-10-12 12:00,
                %1$s-2,NOBODY,%1$s,clinic,2026-10-12T08:00:00Z,2026-10-12T09:00:00Z,
                %1$s-3,%2$s,%1$s,clinic,yesterday,2026-10-12T09:00:00Z,
                %1$s-4,%2$s,%1$s,clinic,2026-10-12T08:00:00+08:00,2026-10-12T09:00:00+08:00,
                %1$s-1,%2$s,%1$s,clinic,2026-10-13 08:00,2026-10-13 12:00,
                ,%2$s,%1$s,clinic,2026-10-13 08:00,2026-10-13 12:00,
                """.formatted(code, staffNo);
        JsonNode done = imported(send(file, "text/csv"));
        assertThat(done.path("rows").asInt()).isEqualTo(6);
        assertThat(done.path("created").asInt()).isEqualTo(2);
        assertThat(done.path("flagged").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(4);
        List<JsonNode> rows = TestRotation.all(
                rotation.his(), "/v1/service-record-imports/" + done.path("id").asString() + "/rows?limit=2");
        assertThat(rows)
                .extracting(row -> row.path("code").isString()
                        ? "%d %s %s"
                                .formatted(
                                        row.path("row").asInt(),
                                        row.path("column").asString(),
                                        row.path("code").asString())
                        : row.path("row").asInt() + " " + row.path("status").asString())
                .containsExactly(
                        "2 staff_no unknown-member",
                        "3 started_at invalid-time",
                        "4 created",
                        "5 source_id duplicate-source",
                        "6 source_id required");
        assertThat(rows.get(1).path("message").asString()).contains("yesterday");
        assertThat(rows.get(2).path("flags").path(0).path("code").asString()).isEqualTo("overlap");
        JsonNode again = imported(send("\uFEFF" + file, "text/csv"));
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("created").asInt()).isZero();
    }

    @Test
    void aFileMayBeJsonAndWhatIsNoFileOfServiceIsRefusedWhole() {
        List<Map<String, Object>> rows = List.of(Map.of(
                "sourceId",
                code + "-j",
                "staffNo",
                staffNo,
                "institutionCode",
                code,
                "kind",
                "training",
                "startedAt",
                "2026-10-14T08:00",
                "endedAt",
                "2026-10-14T12:00"));
        TestApi.Answer done = rotation.his().post("/v1/service-record-imports", rows);
        assertThat(imported(done).path("created").asInt()).isEqualTo(1);
        assertThat(send("source_id,staff_no\na,b\n", "text/csv").code()).isEqualTo("service-import.column-missing");
        assertThat(send("", "text/csv").code()).isEqualTo("service-import.empty");
        assertThat(send("[{\"sourceId\":", "application/json").code()).isEqualTo("service-import.unreadable");
        assertThat(send("x", "text/plain").status()).isEqualTo(415);
        assertThat(rotation.hostOf(code)
                        .get("/v1/service-record-imports/" + done.id())
                        .status())
                .as("each sees their own")
                .isEqualTo(404);
    }

    @Test
    void aFileThatBreaksOffIsGivenUpWithTheReasonAndTheRowsBeforeStay() {
        StringBuilder file = new StringBuilder("[");
        for (int row = 0; row < 501; row++) {
            file.append("""
                    {"sourceId":"%1$s-b%3$d","staffNo":"%2$s","institutionCode":"%1$s","kind":"clinic",
                    "startedAt":"2026-10-12 08:00","endedAt":"2026-10-12 12:00"},
                    """.formatted(code, staffNo, row));
        }
        JsonNode given = imported(send(file + "{\"sourceId\":", "application/json"));
        assertThat(given.path("status").asString()).isEqualTo("failed");
        assertThat(given.path("code").asString()).isEqualTo("service-import.unreadable");
        assertThat(given.path("rows").asInt()).isEqualTo(500);
        JsonNode mended = imported(send(file + "{}]", "application/json"));
        assertThat(mended.path("unchanged").asInt()).isEqualTo(500);
        assertThat(mended.path("created").asInt()).isEqualTo(1);
        assertThat(mended.path("rejected").asInt()).isEqualTo(1);
    }

    private JsonNode imported(TestApi.Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String path = "/v1/service-record-imports/" + sent.id();
        await().atMost(Duration.ofSeconds(120)).until(() -> List.of("done", "failed")
                .contains(rotation.his().get(path).json().path("status").asString()));
        return rotation.his().get(path).json();
    }

    private TestApi.Answer send(String file, String type) {
        return rotation.his()
                .post("/v1/service-record-imports", file, UUID.randomUUID().toString(), type);
    }

    private TestApi.Answer arrive(TestApi caller, Instant at) {
        return caller.post("/v1/check-ins", Map.of("institutionId", site, "kind", "clinic", "at", at.toString()));
    }

    private TestApi.Answer arrive(TestApi caller, Instant at, UUID member) {
        Map<String, Object> body = new HashMap<>();
        body.put("memberId", member);
        body.put("institutionId", site);
        body.put("kind", "clinic");
        body.put("at", at.toString());
        return caller.post("/v1/check-ins", body);
    }
}
