package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ServiceRecordLifeTests {

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private String code = "";
    private String staffNo = "";
    private UUID site = new UUID(0, 0);
    private UUID elsewhere = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aDoctorOfASite() {
        rotation = new TestRotation(port, events);
        number++;
        code = "V" + number;
        staffNo = "V%05d".formatted(number);
        site = rotation.staff.institution(code);
        elsewhere = rotation.staff.institution(code + "E");
        doctor = rotation.staff.physician(staffNo, site);
        licence = rotation.staff.licence(doctor);
        rotation.awaitInstitution(site);
        rotation.awaitInstitution(elsewhere);
        rotation.awaitDecision(doctor, site, "2026-10-01", true);
    }

    @Test
    void serviceIsRecordedOnceConfirmedByTheHostAndAnnounced() {
        Map<String, @Nullable Object> item = item("a", "2026-10-01T00:02:00Z", "2026-10-01T08:05:00Z");
        JsonNode created = record(item).getFirst();
        assertThat(created.path("status").asString()).as("%s", created).isEqualTo("created");
        assertThat(record(item).getFirst().path("status").asString()).isEqualTo("unchanged");
        String id = created.path("id").asString();
        JsonNode listed = rotation.hostOf(code)
                .get("/v1/service-records?institution=" + site + "&month=2026-10&status=recorded")
                .json()
                .path("items")
                .path(0);
        assertThat(listed.path("id").asString()).isEqualTo(id);
        assertThat(listed.path("minutes").asInt()).isEqualTo(483);
        assertThat(confirm(rotation.hostOf(code), id).path("status").asString()).isEqualTo("confirmed");
        assertThat(confirm(rotation.hostOf(code), id).path("status").asString()).isEqualTo("unchanged");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.service-records", UUID.fromString(id))
                                .size()
                        == 2);
        assertThat(events.bodies("rotation.service-records", UUID.fromString(id))
                        .getLast())
                .contains("\"status\":\"confirmed\"")
                .contains("\"lawful\":true");
    }

    @Test
    void serviceNamesTheEmergencyCallUpItWasDeliveredUnderAndAnotherIsACorrection() {
        Map<String, @Nullable Object> item = item("em", "2026-10-01T00:02:00Z", "2026-10-01T08:05:00Z");
        String id = record(item).getFirst().path("id").asString();
        confirm(rotation.hostOf(code), id);
        item.put("callUp", "EM-2026-003");
        assertThat(record(item).getFirst().path("status").asString()).isEqualTo("corrected");
        assertThat(record(item).getFirst().path("status").asString()).isEqualTo("unchanged");
        JsonNode shown = rotation.hostOf(code)
                .get("/v1/service-records?institution=" + site + "&month=2026-10&status=recorded")
                .json()
                .path("items")
                .path(0);
        assertThat(shown.path("callUp").asString())
                .as("has to be confirmed anew: %s", shown)
                .isEqualTo("EM-2026-003");
        assertThat(confirm(rotation.hostOf(code), id).path("status").asString()).isEqualTo("confirmed");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.service-records", UUID.fromString(id))
                                .size()
                        == 4);
        String announced =
                events.bodies("rotation.service-records", UUID.fromString(id)).getLast();
        assertThat(announced).contains("\"callUp\":\"EM-2026-003\"", "\"status\":\"confirmed\"");
        EventContract.assertValid("rotation.service-record-changed.v1", announced);
    }

    @Test
    void whatCannotBeKeptIsRejectedItemByItemAndTheRestIsKept() {
        Map<String, @Nullable Object> stranger = item("s", "2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z");
        stranger.remove("memberId");
        stranger.put("staffNo", "NOBODY");
        Map<String, @Nullable Object> nowhere = item("n", "2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z");
        nowhere.put("institutionId", UUID.randomUUID());
        Map<String, @Nullable Object> noDuty = item("d", "2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z");
        noDuty.put("dutyId", UUID.randomUUID());
        Map<String, @Nullable Object> oddKind = item("k", "2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z");
        oddKind.put("kind", "holiday");
        List<JsonNode> results = record(
                stranger,
                nowhere,
                noDuty,
                oddKind,
                item("l", "2026-10-02T00:00:00Z", "2026-10-03T01:00:00Z"),
                item("i", "2026-10-02T01:00:00Z", "2026-10-02T00:00:00Z"),
                item("good", "2026-10-02T00:00:00Z", "2026-10-02T08:00:00Z"),
                item("good", "2026-10-02T10:00:00Z", "2026-10-02T11:00:00Z"));
        assertThat(results)
                .extracting(result -> result.path("error").path("code").asString(""))
                .containsExactly(
                        "unknown-member",
                        "unknown-institution",
                        "unknown-duty",
                        "unknown-kind",
                        "too-long",
                        "period-inverted",
                        "",
                        "duplicate-source");
        assertThat(results.get(6).path("status").asString()).isEqualTo("created");
    }

    @Test
    void overlapUnlawfulServiceAndServiceYetToComeAreKeptAndFlaggedAndNobodyConfirmsThem() {
        Map<String, @Nullable Object> foreign = item("f", "2026-10-02T10:00:00Z", "2026-10-02T11:00:00Z");
        foreign.put("institutionId", elsewhere);
        List<JsonNode> results = record(
                item("good", "2026-10-02T00:00:00Z", "2026-10-02T08:00:00Z"),
                foreign,
                item("o", "2026-10-02T07:59:00Z", "2026-10-02T09:00:00Z"),
                item("future", "2126-10-02T07:59:00Z", "2126-10-02T09:00:00Z"));
        assertThat(results).allMatch(result -> result.path("status").asString().equals("created"));
        assertThat(blocking(results.get(0))).isEmpty();
        assertThat(blocking(results.get(1))).containsExactly("unlawful-practice no-appointment-or-agreement");
        assertThat(blocking(results.get(2))).containsExactly("overlap " + code + "-good");
        assertThat(blocking(results.get(3))).singleElement(STRING).startsWith("in-future");
        String unlawful = results.get(1).path("id").asString();
        assertThat(confirm(rotation.hostOf(code + "E"), unlawful)
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("flagged");
        assertThat(rotation.hostOf(code + "E")
                        .get("/v1/service-records?flagged=true&institution=" + elsewhere)
                        .json()
                        .path("items")
                        .valueStream())
                .singleElement()
                .satisfies(flagged ->
                        assertThat(flagged.path("lawful").asBoolean()).isFalse());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.bodies("rotation.service-records", UUID.fromString(unlawful)))
                        .singleElement(STRING)
                        .contains("\"lawful\":false")
                        .contains("\"payable\":false")
                        .contains("no-appointment-or-agreement")
                        .satisfies(body -> EventContract.assertValid("rotation.service-record-changed.v1", body)));
    }

    @Test
    void aFlaggedRecordIsPayableOnlyAfterASecondPersonAcceptedAndAThirdConfirmedIt() {
        record(item("first", "2026-10-08T00:00:00Z", "2026-10-08T08:00:00Z"));
        JsonNode overlapping = record(item("second", "2026-10-08T07:00:00Z", "2026-10-08T09:00:00Z"))
                .getFirst();
        String id = overlapping.path("id").asString();
        String resolutions = "/v1/service-records/" + id + "/resolutions";
        Map<String, Object> accepted = Map.of("outcome", "accepted", "reason", "the first shift ended early");
        assertThat(rotation.hostOf("ELSEWHERE").post(resolutions, accepted).status())
                .isEqualTo(404);
        assertThat(rotation.hostOf(code)
                        .post(resolutions, Map.of("outcome", "accepted", "reason", " "))
                        .status())
                .isEqualTo(422);
        TestApi.Answer resolved = rotation.registrarOf(code).post(resolutions, accepted);
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
        assertThat(resolved.json().path("flagged").asBoolean()).isFalse();
        assertThat(rotation.registrarOf(code).post(resolutions, accepted).code())
                .isEqualTo("service-record.nothing-open");
        assertThat(rotation.hostOf(code)
                        .post("/v1/service-records/" + id + "/confirmations", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("confirmed");
    }

    @Test
    void moreHoursAWeekThanTheAgreementAllowsAreFlagged() {
        rotation.filed(doctor, code, elsewhere, code + "E");
        List<JsonNode> results = record(
                guest("mon", "2026-10-12T00:00:00Z", "2026-10-12T08:00:00Z"),
                guest("tue", "2026-10-13T00:00:00Z", "2026-10-13T04:30:00Z"),
                guest("wed", "2026-10-14T00:00:00Z", "2026-10-14T04:00:00Z"),
                guest("next week", "2026-10-19T00:00:00Z", "2026-10-19T08:00:00Z"));
        assertThat(blocking(results.get(0))).isEmpty();
        assertThat(blocking(results.get(1))).isEmpty();
        assertThat(blocking(results.get(2))).containsExactly("unlawful-practice weekly-hours-exceeded");
        assertThat(blocking(results.get(3))).isEmpty();
    }

    @Test
    void moreThanADayCanHoldIsFlagged() {
        List<JsonNode> results = record(
                item("morning", "2026-10-14T16:00:00Z", "2026-10-15T01:00:00Z"),
                item("evening", "2026-10-15T01:00:00Z", "2026-10-15T12:00:00Z"));
        assertThat(blocking(results.get(0))).isEmpty();
        assertThat(blocking(results.get(1))).containsExactly("day-too-long 2026-10-15");
    }

    @Test
    void aLateRecordIsRemarkedAndConfirmedAllTheSame() {
        JsonNode late = record(item("late", "2024-10-01T00:00:00Z", "2024-10-01T08:00:00Z"))
                .getFirst();
        assertThat(late.path("flags").path(0).path("code").asString()).isEqualTo("late");
        assertThat(blocking(late)).isEmpty();
        assertThat(confirm(rotation.hostOf(code), late.path("id").asString())
                        .path("status")
                        .asString())
                .isEqualTo("confirmed");
    }

    @Test
    void serviceBeforeASuspensionIsLawfulAndFromItsFirstDayOnIsNot() {
        Map<String, @Nullable Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", "2026-10-19");
        rotation.staff.licence(licence, 2, doctor, suspended);
        rotation.awaitDecision(doctor, site, "2026-10-19", false);
        List<JsonNode> results = record(
                item("eve", "2026-10-18T08:00:00Z", "2026-10-18T15:10:00Z"),
                item("day", "2026-10-18T16:11:00Z", "2026-10-18T20:00:00Z"));
        assertThat(blocking(results.get(0))).isEmpty();
        assertThat(blocking(results.get(1))).containsExactly("unlawful-practice licence-suspended");
    }

    @Test
    void aCorrectionByHandNeedsTheVersionSeenAndKeepsWhatWasSaid() {
        String id = record(item("h", "2026-10-20T00:00:00Z", "2026-10-20T08:00:00Z"))
                .getFirst()
                .path("id")
                .asString();
        Map<String, Object> correction = new HashMap<>(Map.of(
                "kind", "clinic",
                "startedAt", "2026-10-20T00:00:00Z",
                "endedAt", "2026-10-20T06:00:00Z",
                "reason", "wrong end"));
        String path = "/v1/service-records/" + id + "/corrections";
        correction.put("version", 7);
        assertThat(rotation.hostOf(code).post(path, correction).status()).isEqualTo(412);
        correction.put("version", 1);
        TestApi.Answer corrected = rotation.hostOf(code).post(path, correction);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.json().path("minutes").asInt()).isEqualTo(360);
        JsonNode before = rotation.member(staffNo)
                .get("/v1/service-records/" + id + "/revisions")
                .json()
                .path("items")
                .path(0);
        assertThat(before.path("version").asLong()).isEqualTo(1);
        assertThat(before.path("endedAt").asString()).isEqualTo("2026-10-20T08:00:00Z");
    }

    @Test
    void otherContentUnderTheSameSourceIsACorrectionThatMustBeConfirmedAnew() {
        String id = record(item("c", "2026-10-03T00:00:00Z", "2026-10-03T08:00:00Z"))
                .getFirst()
                .path("id")
                .asString();
        confirm(rotation.hostOf(code), id);
        JsonNode corrected = record(item("c", "2026-10-03T00:00:00Z", "2026-10-03T07:00:00Z"))
                .getFirst();
        assertThat(corrected.path("status").asString()).isEqualTo("corrected");
        assertThat(corrected.path("id").asString()).isEqualTo(id);
        JsonNode now = rotation.member(staffNo)
                .get("/v1/service-records")
                .json()
                .path("items")
                .path(0);
        assertThat(now.path("version").asLong()).isEqualTo(3);
        assertThat(now.path("status").asString()).isEqualTo("recorded");
        assertThat(jdbc.queryForObject(
                        "select count(*) from service_record_revision where id = ?",
                        Long.class,
                        Ids.bytes(UUID.fromString(id))))
                .isEqualTo(1);
    }

    @Test
    void aDisputedRecordIsNotConfirmedUntilItIsCorrected() {
        String id = record(item("x", "2026-10-04T00:00:00Z", "2026-10-04T08:00:00Z"))
                .getFirst()
                .path("id")
                .asString();
        String dispute = "/v1/service-records/" + id + "/disputes";
        assertThat(rotation.member("SOMEBODY")
                        .post(dispute, Map.of("reason", "no"))
                        .status())
                .isEqualTo(404);
        assertThat(rotation.member(staffNo)
                        .post(dispute, Map.of("reason", "I left at three"))
                        .status())
                .isEqualTo(200);
        assertThat(rotation.member(staffNo)
                        .post(dispute, Map.of("reason", "again"))
                        .status())
                .isEqualTo(409);
        assertThat(confirm(rotation.hostOf(code), id).path("error").path("code").asString())
                .isEqualTo("disputed");
        record(item("x", "2026-10-04T00:00:00Z", "2026-10-04T07:00:00Z"));
        assertThat(confirm(rotation.hostOf(code), id).path("status").asString()).isEqualTo("confirmed");
    }

    @Test
    void whoRecordedAndWhoServedAndWhoIsElsewhereDoNotConfirm() {
        String id = record(item("e", "2026-10-05T00:00:00Z", "2026-10-05T08:00:00Z"))
                .getFirst()
                .path("id")
                .asString();
        assertThat(confirm(rotation.hostOf("ELSEWHERE"), id)
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("unknown-record");
        TestApi.Answer byHr = rotation.hr()
                .post(
                        "/v1/service-records",
                        Map.of("items", List.of(item("hr", "2026-10-06T00:00:00Z", "2026-10-06T08:00:00Z"))));
        String own = byHr.json().path("items").path(0).path("id").asString();
        assertThat(confirm(rotation.hr(), own).path("error").path("code").asString())
                .isEqualTo("four-eyes");
    }

    @Test
    void aStaleVersionIsRejectedPerItem() {
        String id = record(item("v", "2026-10-07T00:00:00Z", "2026-10-07T08:00:00Z"))
                .getFirst()
                .path("id")
                .asString();
        TestApi.Answer answer = rotation.hostOf(code)
                .post("/v1/service-records/confirmations", Map.of("items", List.of(Map.of("id", id, "version", 7))));
        assertThat(answer.json()
                        .path("items")
                        .path(0)
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("changed-meanwhile");
    }

    @Test
    void fiveHundredAtOnceAreTakenAndFiveHundredAndOneAreNot() {
        List<Map<String, @Nullable Object>> many = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(index -> item(
                        "m" + index,
                        java.time.Instant.parse("2026-11-01T00:00:00Z")
                                .plusSeconds(index * 3600L)
                                .toString(),
                        java.time.Instant.parse("2026-11-01T00:30:00Z")
                                .plusSeconds(index * 3600L)
                                .toString()))
                .toList());
        assertThat(rotation.his()
                        .post("/v1/service-records", Map.of("items", many))
                        .json()
                        .path("items")
                        .valueStream())
                .hasSize(500)
                .allMatch(result -> result.path("status").asString().equals("created"));
        many.add(item("one too many", "2027-01-01T00:00:00Z", "2027-01-01T01:00:00Z"));
        assertThat(rotation.his()
                        .post("/v1/service-records", Map.of("items", many))
                        .status())
                .isEqualTo(422);
    }

    private List<JsonNode> record(Map<?, ?>... items) {
        TestApi.Answer answer = rotation.his().post("/v1/service-records", Map.of("items", List.of(items)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static List<String> blocking(JsonNode result) {
        return result.path("flags")
                .valueStream()
                .filter(flag -> flag.path("blocking").asBoolean())
                .map(flag -> flag.path("code").asString() + " "
                        + flag.path("args").path(0).asString())
                .toList();
    }

    private Map<String, @Nullable Object> guest(String source, String from, String to) {
        Map<String, @Nullable Object> item = item(source, from, to);
        item.put("institutionId", elsewhere);
        return item;
    }

    private static JsonNode confirm(TestApi caller, String id) {
        TestApi.Answer answer =
                caller.post("/v1/service-records/confirmations", Map.of("items", List.of(Map.of("id", id))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").path(0);
    }

    private Map<String, @Nullable Object> item(String source, String from, String to) {
        Map<String, @Nullable Object> item = new HashMap<>();
        item.put("sourceId", code + "-" + source);
        item.put("memberId", doctor);
        item.put("institutionId", site);
        item.put("kind", "duty");
        item.put("startedAt", from);
        item.put("endedAt", to);
        return item;
    }
}
