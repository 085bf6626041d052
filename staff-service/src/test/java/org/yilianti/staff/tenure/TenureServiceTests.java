package org.yilianti.staff.tenure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
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
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R10: directors are selected openly, agree to targets, and are judged each year and for their term. */
@ServiceTest
class TenureServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID director = new UUID(0, 0);

    @BeforeEach
    void aPhysicianWhoIsToDirectACentre() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        director = registry.physicianAt(1, "T01");
    }

    /** A director's term from a day on, changed by alternating names and values. */
    private Map<String, Object> body(LocalDate from, Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("memberId", director);
        body.put("institutionCode", "T01");
        body.put("post", "院长");
        body.put("termFrom", from.toString());
        body.put("method", "open-competition");
        body.put("announcedOn", from.minusDays(60).toString());
        body.put("candidates", 4);
        body.put("noticeFrom", from.minusDays(20).toString());
        body.put("noticeTo", from.minusDays(10).toString());
        body.put("targets", List.of(target("vaccination", 95, 0.6), target("outreach", 200, 0.4)));
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }

    private static Map<String, Object> target(String code, int goal, double weight) {
        return Map.of("code", code, "title", code, "goal", goal, "weight", weight);
    }

    private Answer record(LocalDate from, Object... changes) {
        return registry.hr().post("/v1/director-tenures", body(from, changes));
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    private Answer act(TestApi by, UUID id, String what, Map<String, Object> body) {
        return by.post("/v1/director-tenures/" + id + "/" + what, body);
    }

    private Answer reach(UUID id, int year, int vaccination, int outreach) {
        Map<String, Object> reached = Map.of("vaccination", vaccination, "outreach", outreach);
        return act(registry.hr(), id, "results", Map.of("year", year, "reached", reached));
    }

    private UUID agreed(LocalDate from) {
        UUID id = created(record(from));
        assertThat(act(registrar(), id, "agreements", Map.of()).status()).isEqualTo(200);
        return id;
    }

    private TestApi recorderWhoApproves() {
        return new TestApi(port)
                .as(TestCaller.named(Role.HR_OFFICER.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
    }

    private JsonNode alertsOf(String kind) {
        alerts.lookAt(registry.association());
        return registry.hr().get("/v1/alerts?kind=" + kind).json().path("items");
    }

    /** R10: targets are agreed to by a second person and stand from then on. */
    @Test
    void targetsStandOnceASecondPersonHasAgreed() {
        UUID id = created(record(today));
        String path = "/v1/director-tenures/" + id;
        Map<String, Object> other = body(today, "targets", List.of(target("vaccination", 90, 1)));
        assertThat(registry.hr().put(path, other, "\"1\"").json().path("targets"))
                .hasSize(1);
        assertThat(registry.hr().put(path, body(today), "\"1\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, body(today), null).status()).isEqualTo(428);
        assertThat(reach(id, 1, 1, 1).code()).isEqualTo("tenure.not-agreed");
        assertThat(act(recorderWhoApproves(), id, "agreements", Map.of()).code())
                .isEqualTo("tenure.own-targets");
        assertThat(act(registrar(), id, "agreements", Map.of())
                        .json()
                        .path("agreedBy")
                        .asString())
                .isEqualTo(Role.REGISTRAR.claim());
        assertThat(act(registrar(), id, "agreements", Map.of()).code()).isEqualTo("tenure.agreed");
        assertThat(registry.hr().put(path, body(today), "\"3\"").code()).isEqualTo("tenure.agreed");
    }

    /** R10: whoever sets other targets does not agree to them either, though somebody else recorded the first ones. */
    @Test
    void whoeverChangedTheTargetsDoesNotAgreeToThem() {
        UUID id = created(record(today));
        TestApi both = new TestApi(port)
                .as(TestCaller.named("both")
                        .with(Role.HR_OFFICER, "*")
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        Map<String, Object> easier = body(today, "targets", List.of(target("vaccination", 1, 1)));
        assertThat(both.put("/v1/director-tenures/" + id, easier, "\"1\"").status())
                .isEqualTo(200);
        assertThat(act(both, id, "agreements", Map.of()).code()).isEqualTo("tenure.own-targets");
        assertThat(act(registrar(), id, "agreements", Map.of()).status()).isEqualTo(200);
    }

    /** R10: yearly and term results, each confirmed by a second person, announced for rewards. */
    @Test
    void eachYearAndTheTermAreJudgedAndConfirmed() {
        UUID id = created(record(today.minusYears(3)));
        assertThat(reach(id, 1, 95, 200).code()).isEqualTo("tenure.not-agreed");
        act(registrar(), id, "agreements", Map.of());
        JsonNode first = reach(id, 1, 95, 100).json().path("results").path(0);
        assertThat(first.path("score").asInt()).isEqualTo(80);
        assertThat(first.path("grade").asString()).isEqualTo("qualified");
        reach(id, 1, 95, 200);
        assertThat(act(recorderWhoApproves(), id, "confirmations", Map.of("year", 1))
                        .code())
                .isEqualTo("tenure.own-result");
        JsonNode confirmed = act(registrar(), id, "confirmations", Map.of("year", 1))
                .json()
                .path("results")
                .path(0);
        assertThat(confirmed.path("grade").asString()).isEqualTo("excellent");
        assertThat(confirmed.path("confirmedBy").asString()).isEqualTo(Role.REGISTRAR.claim());
        assertThat(reach(id, 1, 1, 1).code()).isEqualTo("tenure.confirmed");
        assertThat(act(registrar(), id, "confirmations", Map.of("year", 2)).code())
                .isEqualTo("tenure.no-result");
        assertThat(reach(id, 4, 1, 1).code()).isEqualTo("tenure.no-such-year");
        assertThat(act(registry.hr(), id, "results", Map.of("year", 2, "reached", Map.of("outreach", -1)))
                        .body())
                .contains("/reached/vaccination", "required", "/reached/outreach", "out-of-range");
        assertThat(reach(id, 0, 20, 10)
                        .json()
                        .path("results")
                        .path(1)
                        .path("grade")
                        .asString())
                .isEqualTo("unqualified");
        act(registrar(), id, "confirmations", Map.of("year", 0));
        await().untilAsserted(() -> assertThat(
                        events.bodies("staff.director-tenures", id).getLast())
                .contains("\"year\":1", "\"grade\":\"excellent\"", "\"year\":0", "\"grade\":\"unqualified\""));
    }

    /** R10: a year that is not over has no result; offices are reminded of results and of the end of the term. */
    @Test
    void resultsComeWhenTheYearIsOverAndOfficesAreReminded() {
        UUID id = agreed(today.minusYears(3).plusDays(25));
        assertThat(reach(id, 3, 95, 200).code()).isEqualTo("tenure.not-over");
        assertThat(reach(id, 0, 95, 200).code()).isEqualTo("tenure.not-over");
        assertThat(alertsOf("director-term-end"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("leadDays").asInt()).isEqualTo(30));
        assertThat(alertsOf("director-result")).singleElement().satisfies(alert -> assertThat(
                        alert.path("dueOn").asString())
                .isEqualTo(today.minusYears(3).plusDays(25).plusYears(1).toString()));
        reach(id, 1, 95, 200);
        act(registrar(), id, "confirmations", Map.of("year", 1));
        reach(id, 2, 95, 200);
        act(registrar(), id, "confirmations", Map.of("year", 2));
        assertThat(alertsOf("director-result").path(0).path("dueOn").asString())
                .isEqualTo(today.minusYears(3).plusDays(25).plusYears(3).toString());
        assertThat(act(registry.hr(), id, "endings", Map.of("endedOn", today.toString(), "reason", "called away"))
                        .json()
                        .path("endedOn")
                        .asString())
                .isEqualTo(today.toString());
        assertThat(alertsOf("director-term-end")).isEmpty();
        assertThat(alertsOf("director-result")).isEmpty();
        assertThat(reach(id, 0, 95, 200).status())
                .as("an early end has a result too")
                .isEqualTo(200);
        assertThat(registry.hr().get("/v1/director-tenures?running=true").json().path("items"))
                .isEmpty();
    }

    /** R10: a post has one director at a time, and a person one post, also when two offices record at once. */
    @Test
    void aPostHasOneDirectorAtATime() throws Exception {
        UUID other = registry.physicianAt(2, "T01");
        try (ExecutorService offices = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = List.of(
                    offices.submit(() -> record(today)),
                    offices.submit(() -> record(today.plusDays(1), "memberId", other)));
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(201, 409);
        }
        JsonNode held =
                registry.hr().get("/v1/director-tenures").json().path("items").path(0);
        String id = held.path("id").asString();
        String holder = held.path("memberId").asString();
        assertThat(record(today.plusYears(1), "memberId", registry.physicianAt(3, "T02"))
                        .code())
                .isEqualTo("tenure.post-held");
        assertThat(record(today.plusYears(1), "memberId", holder, "institutionCode", "T02")
                        .code())
                .isEqualTo("tenure.second-post");
        LocalDate end = LocalDate.parse(held.path("termFrom").asString()).plusDays(30);
        assertThat(act(registry.hr(), UUID.fromString(id), "endings", Map.of("endedOn", "2001-01-01", "reason", "x"))
                        .code())
                .isEqualTo("tenure.outside-term");
        assertThat(act(
                                registry.hr(),
                                UUID.fromString(id),
                                "endings",
                                Map.of("endedOn", end.toString(), "reason", "resigned"))
                        .status())
                .isEqualTo(200);
        created(record(end, "memberId", other));
    }

    /** R10: a selection is open: announced, with a public notice long enough before the term. */
    @Test
    void aSelectionWithoutEnoughNoticeIsRefused() {
        assertThat(record(today, "noticeTo", today.minusDays(16).toString()).body())
                .contains("/noticeTo", "notice-too-short");
        assertThat(record(today, "noticeTo", today.plusDays(1).toString()).body())
                .contains("/noticeTo", "too-late");
        assertThat(record(today, "announcedOn", today.minusDays(19).toString()).body())
                .contains("/noticeFrom", "days-inverted");
        assertThat(record(today, "candidates", 0, "method", "inheritance", "post", "")
                        .body())
                .contains("/candidates", "/method", "unknown-value", "/post");
        assertThat(record(today, "noticeTo", today.minusDays(30).toString()).body())
                .contains("/noticeTo", "period-inverted");
        assertThat(record(today, "targets", List.of()).body()).contains("/targets", "required");
        assertThat(record(today, "targets", List.of(target("a", 1, 0.7))).body())
                .contains("/targets", "weights-sum", "0.7");
        assertThat(record(today, "institutionCode", "X99").body()).contains("unknown-institution");
        assertThat(record(today, "memberId", UUID.randomUUID()).body()).contains("/memberId", "unknown-member");
        TestApi elsewhere = registry.as(Role.HR_OFFICER, "T02");
        assertThat(elsewhere.post("/v1/director-tenures", body(today)).status()).isEqualTo(403);
        UUID id = created(record(today));
        assertThat(elsewhere.get("/v1/director-tenures/" + id).status()).isEqualTo(404);
        assertThat(elsewhere.get("/v1/director-tenures").json().path("items")).isEmpty();
    }

    /** R3, R10: a tenure goes on with the record that goes on; two at a time are sorted out first. */
    @Test
    void aMergerKeepsTheTenure() {
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(2)));
        UUID later = created(record(today.plusDays(40), "memberId", twin));
        UUID own = created(record(today, "institutionCode", "T02"));
        String mergers = "/v1/members/" + director + "/mergers";
        Map<String, Object> same = Map.of("duplicateId", twin, "reason", "same person");
        assertThat(registry.hr().post(mergers, same).code()).isEqualTo("tenure.both-direct");
        String end = today.plusDays(1).toString();
        assertThat(act(registry.hr(), own, "endings", Map.of("endedOn", end, "reason", "registered twice"))
                        .status())
                .isEqualTo(200);
        assertThat(registry.hr().post(mergers, same).status()).isEqualTo(200);
        assertThat(registry.hr()
                        .get("/v1/director-tenures/" + later)
                        .json()
                        .path("memberId")
                        .asString())
                .isEqualTo(director.toString());
        await().untilAsserted(() -> assertThat(
                        events.bodies("staff.director-tenures", later).getLast())
                .contains(director.toString()));
    }
}
