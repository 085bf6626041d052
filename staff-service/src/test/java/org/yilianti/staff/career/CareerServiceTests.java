package org.yilianti.staff.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.yilianti.staff.agenda.AgendaWorker;
import tools.jackson.databind.JsonNode;

/** R9: the ladder of titles, with service at the grassroots as rotation-service tells it, and the echelon. */
@ServiceTest
class CareerServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aPhysicianOfACityHospital() {
        registry = Registry.empty(port);
        created(registry.hr()
                .post(
                        "/v1/institutions",
                        Registry.centre("H01", "tier", "tertiary-hospital", "setting", "urban", "lead", true)));
        doctor = registry.physicianAt(1, "H01");
        created(registry.hr().post("/v1/licences", licence(doctor, "N1", "H01")));
        registry.creditsOf(doctor, today.getYear() - 1);
    }

    private void serves(UUID member, long version, int days) {
        events.state(
                "rotation.grassroots-credits", "rotation.grassroots-credit-changed.v1", member, version, """
                {"id":"%1$s","associationId":"%2$s","version":%3$d,"memberId":"%1$s","days":%4$d,"minutes":%5$d,
                 "firstDay":"2025-01-06","lastDay":"2026-06-30"}
                """.formatted(
                                member, registry.association(), version, days, days * 480));
    }

    private JsonNode eligibility(UUID member) {
        return registry.hr()
                .get("/v1/members/" + member + "/promotion-eligibility")
                .json();
    }

    private static boolean met(JsonNode found, String rule) {
        return found.path("conditions")
                .valueStream()
                .filter(condition -> condition.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow()
                .path("met")
                .asBoolean();
    }

    private Answer open(UUID member) {
        return registry.hr().post("/v1/promotion-cases", Map.of("memberId", member));
    }

    private Answer approve(UUID id, Object day) {
        return registry.as(Role.REGISTRAR, "*")
                .post("/v1/promotion-cases/" + id + "/approvals", Map.of("effectiveOn", day.toString()));
    }

    private void servesEnough() {
        serves(doctor, 1, 240);
        await().until(() -> met(eligibility(doctor), "grassroots"));
    }

    /** R9: each condition is listed, met or not; a year at the grassroots is heard of from rotation-service. */
    @Test
    void serviceAtTheGrassrootsOpensTheWayToTheAssociateSeniorTitle_R9() {
        JsonNode before = eligibility(doctor);
        assertThat(before.path("to").asString()).isEqualTo("associate-senior");
        assertThat(before.path("eligible").asBoolean()).isFalse();
        assertThat(before.path("conditions")).hasSize(7);
        assertThat(met(before, "grassroots")).isFalse();
        assertThat(met(before, "years-in-title")).isTrue();
        Answer kept = open(doctor);
        assertThat(kept.json().path("state").asString()).isEqualTo("ineligible");
        assertThat(approve(created(kept), today).code()).isEqualTo("promotion.not-open");
        serves(doctor, 1, 100);
        servesEnoughAfter(2);
        assertThat(eligibility(doctor).path("eligible").asBoolean()).isTrue();
        assertThat(open(doctor).json().path("state").asString()).isEqualTo("open");
    }

    private void servesEnoughAfter(long version) {
        serves(doctor, version, 250);
        await().until(() -> met(eligibility(doctor), "grassroots"));
    }

    /** R9: a second person approves, and the title is borne from its day on by itself. */
    @Test
    void anApprovedTitleIsBorneFromItsDayOnByItself_R9() {
        servesEnough();
        UUID id = created(open(doctor));
        assertThat(open(doctor).status()).isEqualTo(409);
        assertThat(approve(id, today.minusDays(1)).body()).contains("/effectiveOn", "in-past");
        TestApi both = new TestApi(port)
                .as(TestCaller.named(Role.HR_OFFICER.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(both.post("/v1/promotion-cases/" + id + "/approvals", Map.of("effectiveOn", today.toString()))
                        .code())
                .isEqualTo("promotion.own-case");
        assertThat(approve(id, today).json().path("state").asString()).isEqualTo("approved");
        agenda.workOff();
        agenda.workOff();
        JsonNode member = registry.hr().get("/v1/members/" + doctor).json();
        assertThat(member.path("title").asString()).isEqualTo("associate-senior");
        assertThat(member.path("titleSince").asString()).isEqualTo(today.toString());
        assertThat(registry.hr()
                        .get("/v1/promotion-cases/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("effective");
        await().untilAsserted(
                        () -> assertThat(events.bodies("staff.members", doctor).getLast())
                                .contains("\"title\":\"associate-senior\"", "\"titleSince\":\"" + today));
        assertThat(met(eligibility(doctor), "years-in-title")).isFalse();
    }

    @Test
    void aCaseIsRefusedWithAReasonAndAnotherCanBeOpened_R9() {
        servesEnough();
        UUID id = created(open(doctor));
        TestApi registrar = registry.as(Role.REGISTRAR, "*");
        assertThat(registrar
                        .post("/v1/promotion-cases/" + id + "/refusals", Map.of())
                        .body())
                .contains("/reason");
        assertThat(registrar
                        .post("/v1/promotion-cases/" + id + "/refusals", Map.of("reason", "no vacancy"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("refused");
        created(open(doctor));
        assertThat(registry.hr()
                        .get("/v1/promotion-cases?member=" + doctor)
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(registry.hr().get("/v1/promotion-cases?state=open").json().path("items"))
                .hasSize(1);
    }

    /** R5, R9: a failed assessment and a suspended licence stand in the way. */
    @Test
    void aFailedAssessmentStandsInTheWay_R9() {
        UUID held = UUID.fromString(registry.hr()
                .get("/v1/licences?member=" + doctor)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
        created(registry.hr()
                .post(
                        "/v1/assessments",
                        Map.of("licenceId", held, "heldOn", today.minusDays(9).toString(), "result", "failed")));
        JsonNode found = eligibility(doctor);
        assertThat(met(found, "assessments")).isFalse();
        assertThat(met(found, "licence")).isFalse();
    }

    /** R9: staff of rural centres climb a year earlier, and serve at the grassroots by being employed there. */
    @Test
    void ruralStaffArePreferred_R9() {
        registry.institution("T01");
        Map<String, Object> person =
                new HashMap<>(physician(2, "titleSince", today.minusYears(4).toString()));
        UUID rural = created(registry.hr().post("/v1/members", person));
        created(registry.hr().post("/v1/members/" + rural + "/appointments", appointment("T01")));
        assertThat(met(eligibility(rural), "years-in-title")).isTrue();
        assertThat(met(eligibility(rural), "grassroots")).isTrue();
        assertThat(met(eligibility(rural), "licence")).isFalse();
    }

    /** R9: the pyramid of an institution by specialty, title and age. */
    @Test
    void theEchelonCountsPeopleBySpecialtyTitleAndAge_R9() {
        registry.physicianAt(2, "H01");
        UUID young = created(registry.hr().post("/v1/members", physician(3, "title", "junior")));
        created(registry.hr()
                .post("/v1/members/" + young + "/appointments", appointment("H01", "validFrom", "2024-01-01")));
        JsonNode stones =
                registry.hr().get("/v1/echelons?institution=H01").json().path("items");
        assertThat(stones).hasSize(2);
        assertThat(stones.path(0).path("title").asString()).isEqualTo("intermediate");
        assertThat(stones.path(0).path("people").asInt()).isEqualTo(2);
        assertThat(stones.path(0).path("ages").asString()).isEqualTo(ages(today));
        assertThat(registry.hr()
                        .get("/v1/echelons?institution=H01&asOf=2023-06-01")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(registry.as(Role.HR_OFFICER, "T09")
                        .get("/v1/echelons")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** Everybody in these tests was born on 17 May 1980. */
    private static String ages(LocalDate day) {
        int years = LocalDate.of(1980, 5, 17).until(day).getYears();
        return List.of("under-35", "35-44", "45-54", "55-and-over")
                .get(years < 35 ? 0 : years < 45 ? 1 : years < 55 ? 2 : 3);
    }

    /** R9: whoever was registered twice keeps what was served under either record. */
    @Test
    void aMergerKeepsServiceAndCases_R9() {
        UUID twin = created(registry.hr().post("/v1/members", physician(4)));
        serves(twin, 1, 200);
        serves(doctor, 1, 45);
        await().until(() -> {
            String found = eligibility(twin).toString() + eligibility(doctor);
            return found.contains("200 days served") && found.contains("45 days served");
        });
        assertThat(registry.hr()
                        .post(
                                "/v1/members/" + doctor + "/mergers",
                                Map.of("duplicateId", twin, "reason", "same person"))
                        .status())
                .isEqualTo(200);
        assertThat(met(eligibility(doctor), "grassroots")).isTrue();
    }
}
