package org.yilianti.staff.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;

/** Leave of absence through the API (R3). */
@ServiceTest
class LeaveServiceTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void somebodyWorksHere() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
    }

    private static Map<String, Object> leave(String kind, LocalDate from, LocalDate to) {
        Map<String, Object> leave = new LinkedHashMap<>();
        leave.put("kind", kind);
        leave.put("validFrom", from.toString());
        leave.put("validTo", to.toString());
        leave.put("reason", "as certified");
        return leave;
    }

    private Answer granted(LocalDate from, LocalDate to) {
        return registry.hr().post("/v1/members/" + member + "/leaves", leave("maternity", from, to));
    }

    private List<String> bodies(String topic, UUID key) {
        return events.bodies(topic, key);
    }

    @Test
    void leaveIsToldToOthersWithItsDaysButNotWhy_R3() {
        UUID id = created(granted(today.plusDays(10), today.plusDays(168)));
        await().untilAsserted(() -> {
            String told = bodies("staff.leaves", id).getLast();
            EventContract.assertValid("staff.leave-changed.v1", told);
            assertThat(told).contains(member.toString(), today.plusDays(10).toString(), "granted");
            assertThat(told).doesNotContain("maternity", "certified");
        });
    }

    @Test
    void comingLeaveBeginsAndEndsByItselfAndIsToldOnceOnTheDay_R3() {
        UUID id = created(granted(today.plusDays(5), today.plusDays(6)));
        agenda.workOff();
        for (int days = 0; days < 2; days++) { // so many days go by
            jdbc.sql("update leave_of_absence set valid_from = ?, valid_to = ? where id = ?")
                    .params(today.minusDays(days), today.minusDays(days).plusDays(1), Ids.bytes(id))
                    .update();
            jdbc.sql("update agenda_item set due_on = ? where subject_id = ?")
                    .params(today, Ids.bytes(id))
                    .update();
            agenda.workOff();
            jdbc.sql("""
                            insert into agenda_item (id, association_id, work, subject_id, due_on, attempts, retry_at)
                            values (?, ?, 'leave-effect', ?, ?, 0, '2020-01-01')
                            """)
                    .params(Ids.bytes(Ids.next()), Ids.bytes(registry.association()), Ids.bytes(id), today)
                    .update();
            agenda.workOff();
        }
        await().untilAsserted(() -> {
            List<String> told = bodies("staff.leave-effects", member);
            assertThat(told).hasSize(2);
            told.forEach(body -> EventContract.assertValid("staff.leave-took-effect.v1", body));
            assertThat(told.getFirst()).contains("began");
            assertThat(told.getLast()).contains("ended");
        });
    }

    @Test
    void whatWasBelievedOfLeaveStaysKnown_R3() {
        UUID id = created(granted(today.minusDays(30), today.plusDays(60)));
        Answer first = registry.hr().get("/v1/members/" + member + "/leaves");
        Instant then = Instant.parse(
                first.json().path("items").path(0).path("recordedAt").asString());
        Answer back = registry.hr()
                .post(
                        "/v1/leaves/" + id + "/returns",
                        Map.of("on", today.plusDays(1).toString()));
        assertThat(back.json().path("revision").asInt()).as(back.body()).isEqualTo(2);
        Answer corrected =
                registry.hr().put("/v1/leaves/" + id, leave("sick", today.minusDays(20), today.plusDays(2)), "\"2\"");
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

        String leaves = "/v1/members/" + member + "/leaves";
        assertThat(registry.hr().get(leaves).body()).contains("sick").doesNotContain("maternity");
        assertThat(registry.hr()
                        .get(leaves + "?asOf=" + today.minusDays(25))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        Answer before = registry.hr().get(leaves + "?asOf=" + today.minusDays(25) + "&knownAt=" + then.plusNanos(1000));
        assertThat(before.body()).contains("maternity", today.plusDays(60).toString());
        assertThat(registry.hr()
                        .get("/v1/leaves/" + id + "/revisions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
        await().untilAsserted(() -> assertThat(bodies("staff.leaves", id)).hasSize(3));
    }

    @Test
    void annulledLeaveNeverWasAndOthersHearIt_R3() {
        UUID id = created(granted(today.plusDays(10), today.plusDays(20)));
        Answer annulled = registry.hr().post("/v1/leaves/" + id + "/annulments", Map.of("reason", "other person"));
        assertThat(annulled.status()).as(annulled.body()).isEqualTo(200);
        assertThat(registry.hr()
                        .get("/v1/members/" + member + "/leaves")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        await().untilAsserted(
                        () -> assertThat(bodies("staff.leaves", id).getLast()).contains("annulled", "\"version\":2"));
        assertThat(registry.hr()
                        .post("/v1/leaves/" + id + "/annulments", Map.of("reason", "again"))
                        .status())
                .isEqualTo(404);
        created(granted(today.plusDays(10), today.plusDays(20)));
    }

    @Test
    void nobodyIsAwayTwiceAtOnceHoweverManyAskTogether_R3() throws Exception {
        try (var many = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> requests = Stream.generate(() -> (Callable<Integer>)
                            () -> granted(today.plusDays(1), today.plusDays(9)).status())
                    .limit(6)
                    .toList();
            assertThat(many.invokeAll(requests).stream().map(Future::resultNow))
                    .containsOnlyOnce(201)
                    .allMatch(status -> status == 201 || status == 422);
        }
        assertThat(granted(today.plusDays(8), today.plusDays(12)).body()).contains("leave-overlaps");
        created(granted(today.plusDays(9), today.plusDays(12)));
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        assertThat(granted(today, today).body()).contains("period-inverted");
        String leaves = "/v1/members/" + member + "/leaves";
        assertThat(registry.hr()
                        .post(leaves, Map.of("kind", "holiday", "validFrom", "tomorrow"))
                        .body())
                .contains("unknown-value", "invalid-date");
        UUID id = created(granted(today, today.plusDays(9)));
        assertThat(registry.hr()
                        .post(
                                "/v1/leaves/" + id + "/returns",
                                Map.of("on", today.plusDays(10).toString()))
                        .body())
                .contains("ends-already");
        assertThat(registry.hr()
                        .post("/v1/leaves/" + id + "/returns", Map.of("on", today.toString()))
                        .body())
                .contains("period-inverted");
        Answer stale = registry.hr().put("/v1/leaves/" + id, leave("sick", today, today.plusDays(2)), "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void otherInstitutionsAndSchedulersDoNotLearnWhySomebodyIsAway_R3() {
        UUID id = created(granted(today, today.plusDays(9)));
        for (String path : List.of("/v1/members/" + member + "/leaves", "/v1/leaves/" + id + "/revisions")) {
            assertThat(registry.as(Role.HR_OFFICER, "T02").get(path).status()).isEqualTo(404);
            assertThat(registry.as(Role.SCHEDULER, "T01").get(path).status()).isEqualTo(403);
            assertThat(registry.as(Role.HR_OFFICER, "T01").get(path).status()).isEqualTo(200);
            TestApi themselves = new TestApi(port)
                    .as(TestCaller.named("shen")
                            .with(Role.STAFF, "T01")
                            .staffNo("S00001")
                            .of(registry.association()));
            assertThat(themselves.get(path).body()).contains("maternity");
        }
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .post("/v1/leaves/" + id + "/annulments", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void leaveGoesOnWithThePersonWhoWasRegisteredTwice_R3() {
        UUID survivor = created(registry.hr().post("/v1/members", Registry.physician(2, "staffNo", "S90002")));
        UUID id = created(granted(today, today.plusDays(9)));
        Answer merged = registry.hr()
                .post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", member, "reason", "same person"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(registry.hr().get("/v1/members/" + survivor + "/leaves").body())
                .contains(id.toString());
        await().untilAsserted(
                        () -> assertThat(bodies("staff.leaves", id).getLast()).contains(survivor.toString()));
    }
}
