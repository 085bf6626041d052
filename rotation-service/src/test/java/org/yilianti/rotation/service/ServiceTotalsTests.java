package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** What the records come to (M10): hours cut at midnight, and grassroots days for titles (R9). */
@ServiceTest
class ServiceTotalsTests {

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
    void aDoctorOfATownshipCentre() {
        rotation = new TestRotation(port, events);
        number++;
        code = "W" + number;
        staffNo = "W%05d".formatted(number);
        site = rotation.staff.institution(code, Map.of("tier", "township-health-centre"));
        doctor = rotation.staff.physician(staffNo, site);
        rotation.staff.licence(doctor);
        rotation.awaitInstitution(site);
        rotation.awaitDecision(doctor, site, "2026-10-01", true);
    }

    @Test
    void aDutyOverTheEndOfTheMonthCountsInEachMonthForItsPart() {
        record("night", "2026-09-30T14:00:00Z", "2026-09-30T22:00:00Z");
        assertThat(totals("month=2026-09")).containsExactly("2026-09 duty 120");
        assertThat(totals("month=2026-10")).containsExactly("2026-10 duty 360");
        assertThat(totals("month=2026-09&toMonth=2026-10&by=day"))
                .containsExactly("2026-09-30 duty 120", "2026-10-01 duty 360");
    }

    @Test
    void onlyOneMonthOfWholeDaysIsAskedForAndNothingOfOthersIsSeen() {
        record("own", "2026-10-06T00:00:00Z", "2026-10-06T08:00:00Z");
        assertThat(rotation.hostOf("ELSEWHERE")
                        .get("/v1/service-records/totals?month=2026-10&member=" + doctor)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(rotation.member(staffNo)
                        .get("/v1/service-records/totals?month=2026-10")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(rotation.hr().get("/v1/service-records/totals?month=october").status())
                .isEqualTo(400);
        assertThat(rotation.hr()
                        .get("/v1/service-records/totals?month=2026-10&toMonth=2026-09")
                        .status())
                .isEqualTo(400);
        assertThat(rotation.hr()
                        .get("/v1/service-records/totals?month=2026-10&by=week")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pagesOfTotalsJoinWithoutGapOrRepeat() {
        for (int day = 1; day <= 5; day++) {
            record("p" + day, "2026-10-0" + day + "T00:00:00Z", "2026-10-0" + day + "T01:00:00Z");
        }
        List<JsonNode> pages = TestRotation.all(
                rotation.hr(), "/v1/service-records/totals?month=2026-10&by=day&limit=2&member=" + doctor);
        assertThat(pages)
                .extracting(total -> total.path("period").asString())
                .containsExactly("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05");
    }

    /** Property: however records lie around midnights, the days sum to the months and the months to the records. */
    @Test
    void daysSumToMonthsAndMonthsToRecords() {
        Random random = new Random(20_261_031);
        Instant start = Instant.parse("2026-08-31T10:00:00Z");
        int reported = 0;
        List<Map<String, Object>> items = new ArrayList<>();
        for (int index = 0; index < 120; index++) {
            Instant from = start.plusSeconds(random.nextInt(12 * 3600));
            Instant to = from.plusSeconds(60 + random.nextInt(24 * 3600 - 60));
            items.add(item("x" + index, from.toString(), to.toString()));
            reported += (int) Duration.between(from, to).toMinutes();
            start = start.plusSeconds(13 * 3600);
        }
        assertThat(rotation.his()
                        .post("/v1/service-records", Map.of("items", items))
                        .status())
                .isEqualTo(200);
        String range = "month=2026-08&toMonth=2026-12&limit=200&member=" + doctor;
        assertThat(minutes(range)).isEqualTo(reported);
        assertThat(minutes(range + "&by=day")).isEqualTo(reported);
    }

    @Test
    void aDayOfConfirmedGrassrootsServiceIsCreditedOnceAndAnnounced() {
        String morning = record("morning", "2026-10-06T00:00:00Z", "2026-10-06T03:00:00Z");
        String evening = record("evening", "2026-10-06T08:00:00Z", "2026-10-06T09:30:00Z");
        String other = record("other", "2026-10-07T00:00:00Z", "2026-10-07T08:00:00Z");
        assertThat(credit()).isEqualTo(0);
        confirm(morning);
        assertThat(credit()).as("three hours are no day").isEqualTo(0);
        confirm(evening);
        assertThat(credit()).isEqualTo(1);
        confirm(other);
        assertThat(credit()).isEqualTo(2);
        assertThat(rotation.hostOf(code)
                        .get("/v1/grassroots-credits?member=" + doctor)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(rotation.hostOf("ELSEWHERE")
                        .get("/v1/grassroots-credits?member=" + doctor)
                        .json()
                        .path("items"))
                .isEmpty();
        rotation.member(staffNo).post("/v1/service-records/" + other + "/disputes", Map.of("reason", "not me"));
        assertThat(credit()).as("what is disputed does not count").isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.bodies("rotation.grassroots-credits", doctor))
                        .hasSize(3)
                        .allSatisfy(body -> EventContract.assertValid("rotation.grassroots-credit-changed.v1", body)));
    }

    private long credit() {
        return rotation.member(staffNo)
                .get("/v1/grassroots-credits")
                .json()
                .path("items")
                .path(0)
                .path("days")
                .asLong(0);
    }

    private void confirm(String id) {
        TestApi.Answer answer = rotation.hostOf(code).post("/v1/service-records/" + id + "/confirmations", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int minutes(String query) {
        return TestRotation.all(rotation.hr(), "/v1/service-records/totals?" + query).stream()
                .mapToInt(total -> total.path("minutes").asInt())
                .sum();
    }

    private List<String> totals(String query) {
        return TestRotation.all(rotation.hr(), "/v1/service-records/totals?member=" + doctor + "&" + query).stream()
                .map(total -> "%s %s %d"
                        .formatted(
                                total.path("period").asString(),
                                total.path("kind").asString(),
                                total.path("minutes").asInt()))
                .toList();
    }

    private String record(String source, String from, String to) {
        JsonNode result = rotation.his()
                .post("/v1/service-records", Map.of("items", List.of(item(source, from, to))))
                .json()
                .path("items")
                .path(0);
        assertThat(result.path("status").asString()).as("%s", result).isEqualTo("created");
        return result.path("id").asString();
    }

    private Map<String, Object> item(String source, String from, String to) {
        Map<String, Object> item = new HashMap<>();
        item.put("sourceId", code + "-" + source);
        item.put("memberId", doctor);
        item.put("institutionId", site);
        item.put("kind", "duty");
        item.put("startedAt", from);
        item.put("endedAt", to);
        return item;
    }
}
