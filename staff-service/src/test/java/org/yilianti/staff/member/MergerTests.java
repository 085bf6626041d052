package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R3: one record per person. */
@ServiceTest
class MergerTests {

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void somebodyRegisteredTwice() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        first = registry.physicianAt(1, "T01");
        second = created(registry.hr().post("/v1/members", physician(2)));
        created(registry.hr()
                .post("/v1/members/" + second + "/appointments", appointment("T02", "main", false, "fte", 0.2)));
    }

    private Answer merge(UUID survivor, UUID duplicate) {
        return registry.hr()
                .post(
                        "/v1/members/" + survivor + "/mergers",
                        Map.of("duplicateId", duplicate, "reason", "registered by both offices"));
    }

    private JsonNode items(String path) {
        return registry.hr().get(path).json().path("items");
    }

    /** R3: the same national id is refused, the same name and birth date warned of. */
    @Test
    void aNamesakeBornTheSameDayIsWarnedOfAndTheSameNationalIdRefused() {
        Answer third = registry.hr().post("/v1/members", physician(3));
        assertThat(third.json().path("warnings").path(0).path("code").asString())
                .isEqualTo("member.likely-duplicate");
        assertThat(registry.hr()
                        .post("/v1/members", physician(4, "name", "周敏", "nameLatin", "Zhou Min"))
                        .json()
                        .path("warnings"))
                .isEmpty();
        assertThat(registry.hr()
                        .post("/v1/members", physician(1, "staffNo", "S00009"))
                        .body())
                .contains("duplicate-national-id");
        assertThat(items("/v1/members/" + first + "/likely-duplicates")).hasSize(2);
        TestApi t01 = registry.as(Role.HR_OFFICER, "T01");
        assertThat(t01.get("/v1/members/" + first + "/likely-duplicates").json().path("items"))
                .isEmpty();
    }

    /** R3: two records become one with everything that hung on either; nothing is forgotten. */
    @Test
    void twoRecordsOfOnePersonBecomeOneAndTheTraceStays() {
        UUID licence = created(registry.hr().post("/v1/licences", Registry.licence(second, "N1", "T02")));
        UUID assessment = created(registry.hr()
                .post("/v1/assessments", Map.of("licenceId", licence, "heldOn", "2026-01-10", "result", "passed")));
        Instant before = Instant.parse(items("/v1/members/" + second + "/appointments")
                .path(0)
                .path("recordedAt")
                .asString());
        Answer merged = merge(first, second);
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(items("/v1/members/" + first + "/appointments")).hasSize(2);
        assertThat(items("/v1/members/" + second + "/appointments")).isEmpty();
        assertThat(items("/v1/members/" + second + "/appointments?knownAt=" + before))
                .hasSize(1);
        assertThat(items("/v1/licences?member=" + first).path(0).path("id").asString())
                .isEqualTo(licence.toString());
        assertThat(items("/v1/assessments?member=" + first).path(0).path("id").asString())
                .isEqualTo(assessment.toString());
        assertThat(items("/v1/members")).hasSize(1);
        assertThat(registry.hr()
                        .get("/v1/members/" + second)
                        .json()
                        .path("mergedIntoId")
                        .asString())
                .isEqualTo(first.toString());
        JsonNode trace = items("/v1/members/" + first + "/mergers").path(0);
        assertThat(trace.path("staffNo").asString()).isEqualTo("S00002");
        assertThat(trace.path("reason").asString()).isEqualTo("registered by both offices");
        await().untilAsserted(() -> {
            List<String> gone = events.bodies("staff.members", second);
            assertThat(gone.getLast()).contains("\"mergedIntoId\":\"" + first, "\"appointments\":[]");
            assertThat(events.bodies("staff.licences", licence).getLast()).contains("\"memberId\":\"" + first);
            assertThat(events.bodies("staff.assessments", assessment).getLast()).contains("\"memberId\":\"" + first);
        });
    }

    /** R3, R4: a licence that is granted while two records become one is the survivor's or refused, never left behind. */
    @Test
    void aLicenceGrantedDuringAMergerIsNeverLeftBehind() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> granted =
                    both.submit(() -> registry.hr().post("/v1/licences", Registry.licence(second, "N7", "T02")));
            Future<Answer> merged = both.submit(() -> merge(first, second));
            assertThat(merged.get().status()).as(merged.get().body()).isEqualTo(200);
            assertThat(granted.get().status()).isIn(201, 422);
            assertThat(items("/v1/licences?member=" + second)).isEmpty();
            assertThat(items("/v1/licences?member=" + first))
                    .hasSize(granted.get().status() == 201 ? 1 : 0);
        }
    }

    /** R3: a merged record is closed to every way of changing it. */
    @Test
    void aMergedRecordCannotBeChangedAnyMore() {
        assertThat(merge(first, second).status()).isEqualTo(200);
        assertThat(registry.hr()
                        .post("/v1/members/" + second + "/appointments", appointment("T02"))
                        .code())
                .isEqualTo("member.merged");
        assertThat(registry.hr()
                        .put("/v1/members/" + second, physician(2), "\"3\"")
                        .code())
                .isEqualTo("member.merged");
        assertThat(merge(first, second).code()).isEqualTo("member.merged");
        assertThat(registry.hr()
                        .post("/v1/licences", Registry.licence(second, "N1", "T02"))
                        .status())
                .isEqualTo(422);
        String header = "external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to";
        JsonNode job = registry.imported("appointments", header + "\nA9,S00002,T02,,nurse,0.10,false,2026-01-01,\n");
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
    }

    /** R3: records of different people, or together more than one person may hold, are not merged. */
    @Test
    void whatCannotBeOnePersonIsNotMerged() {
        UUID other = created(registry.hr()
                .post("/v1/members", physician(5, "sex", "female", "name", "周敏", "nameLatin", "Zhou Min")));
        assertThat(merge(first, other).body()).contains("sex-differs", "name-differs");
        assertThat(merge(first, first).body()).contains("same-record");
        assertThat(merge(first, UUID.randomUUID()).status()).isEqualTo(404);
        UUID third = registry.physicianAt(6, "T02");
        assertThat(merge(first, third).body()).contains("main-overlaps", "fte-exceeded");
        assertThat(items("/v1/members/" + third + "/appointments")).hasSize(1);
    }
}
