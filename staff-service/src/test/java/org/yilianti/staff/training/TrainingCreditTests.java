package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.credits;

import java.time.LocalDate;
import java.time.ZoneId;
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
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R7: credits by class against the yearly need, who lacks how many, and what follows for careers. */
@ServiceTest
class TrainingCreditTests {

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final int lastYear = today.getYear() - 1;
    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, today);
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aPhysicianOfACentre() {
        registry = Registry.empty(port);
        desk = new TrainingDesk(registry, today);
        registry.institution("T01");
        registry.institution("T02");
        doctor = registry.physicianAt(1, "T01");
    }

    private JsonNode account(int year) {
        return registry.hr()
                .get("/v1/training-accounts?institution=T01&year=" + year)
                .json()
                .path("items")
                .path(0);
    }

    private Answer enter(String creditClass, Object... changes) {
        return registry.hr().post("/v1/training-credits", credits(doctor, creditClass, lastYear, changes));
    }

    private JsonNode report(TestApi by, int year) {
        return by.get("/v1/training-reports?year=" + year).json().path("items");
    }

    /** R7: attendance and assessment bring credits; a wrong result is taken back with them, and all of it is announced. */
    @Test
    void whoPassesEarnsCreditsAndAWrongResultIsTakenBack() {
        UUID session = desk.announced("T02", "capacity", 2);
        UUID enrolment = created(desk.apply(session, doctor));
        UUID absent = created(desk.apply(session, registry.physicianAt(2, "T01")));
        assertThat(desk.end(absent, 79, "passed").json().path("state").asString())
                .isEqualTo("failed");
        assertThat(desk.end(enrolment, 101, "perhaps").body())
                .contains("/attendedPercent", "out-of-range", "/assessment", "unknown-value");
        assertThat(desk.end(enrolment, 80, "passed").json().path("state").asString())
                .isEqualTo("passed");
        assertThat(desk.end(enrolment, 80, "passed").code()).isEqualTo("enrolment.state");
        JsonNode credit = registry.hr()
                .get("/v1/training-credits?year=" + today.getYear())
                .json()
                .path("items");
        assertThat(credit).hasSize(1);
        UUID id = UUID.fromString(credit.path(0).path("id").asString());
        assertThat(account(today.getYear()).path("classTwo").asInt()).isEqualTo(5);
        assertThat(registry.hr()
                        .post("/v1/training-credits/" + id + "/annulments", Map.of("reason", "mistake"))
                        .code())
                .isEqualTo("credit.of-enrolment");
        Answer reopened = registry.hr()
                .post("/v1/training-enrolments/" + enrolment + "/annulments", Map.of("reason", "wrong person"));
        assertThat(reopened.json().path("state").asString()).isEqualTo("enrolled");
        assertThat(account(today.getYear()).path("counted").asInt()).isZero();
        assertThat(desk.end(enrolment, 100, "passed").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(events.bodies("staff.training-credits", id))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"version\":2", "\"annulled\":true", doctor.toString(), enrolment.toString()));
    }

    /** R7: a class counts only up to its limit, and has to give its least. */
    @Test
    void eachClassCountsUpToItsLimitOnly() {
        assertThat(account(lastYear).path("lacking").asInt()).isEqualTo(25);
        created(enter("class-ii", "credits", 40));
        assertThat(account(lastYear).path("counted").asInt()).isEqualTo(20);
        assertThat(account(lastYear).path("lacking").asInt()).isEqualTo(5);
        UUID small = created(enter("class-i", "credits", 4.5));
        assertThat(account(lastYear).path("lacking").decimalValue()).isEqualByComparingTo("0.5");
        created(enter("class-i", "credits", 0.5, "evidence", "B"));
        assertThat(account(lastYear).path("lacking").asInt()).isZero();
        registry.hr().post("/v1/training-credits/" + small + "/annulments", Map.of("reason", "forged"));
        assertThat(account(lastYear).path("lacking").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(account(today.getYear()).path("counted").asInt()).isZero();
    }

    /** R7: how each institution and the association meet the need, as of a year. */
    @Test
    void theReportShowsWhoLacksHowMuchByInstitutionAndYear() {
        UUID other = registry.physicianAt(2, "T02");
        registry.physicianAt(3, "T02");
        registry.creditsOf(other, lastYear);
        JsonNode all = report(registry.hr(), lastYear);
        assertThat(all).hasSize(3);
        assertThat(all.path(0).path("institutionCode").asString()).isEqualTo("T01");
        assertThat(all.path(0).path("lacking").asInt()).isEqualTo(25);
        assertThat(all.path(1).path("people").asInt()).isEqualTo(2);
        assertThat(all.path(1).path("met").asInt()).isEqualTo(1);
        assertThat(all.path(2).path("institutionCode").isNull()).isTrue();
        assertThat(all.path(2).path("people").asInt()).isEqualTo(3);
        assertThat(all.path(2).path("lacking").asInt()).isEqualTo(50);
        assertThat(report(registry.hr(), today.getYear()).path(1).path("met").asInt())
                .isZero();
        assertThat(report(registry.as(Role.HR_OFFICER, "T01"), lastYear)).hasSize(1);
        assertThat(registry.hr()
                        .get("/v1/training-reports?year=" + (today.getYear() + 1))
                        .code())
                .isEqualTo("training.year");
        JsonNode lacking = registry.hr()
                .get("/v1/training-accounts?lacking=true&limit=1&year=" + lastYear)
                .json();
        assertThat(lacking.path("items").path(0).path("staffNo").asString()).isEqualTo("S00001");
        assertThat(registry.hr()
                        .get("/v1/training-accounts?lacking=true&year=" + lastYear + "&after="
                                + lacking.path("next").asString())
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(account ->
                        assertThat(account.path("staffNo").asString()).isEqualTo("S00003"));
    }

    /** R7: everybody sees their own account. */
    @Test
    void somebodySeesTheirOwnAccountOnly() {
        registry.physicianAt(2, "T01");
        TestApi own = new TestApi(port)
                .as(TestCaller.named("shen").with(Role.STAFF).staffNo("S00001").of(registry.association()));
        assertThat(own.get("/v1/training-accounts").json().path("items"))
                .singleElement()
                .satisfies(account ->
                        assertThat(account.path("staffNo").asString()).isEqualTo("S00001"));
    }

    /** R7: bad certificates are refused, and one certificate counts once. */
    @Test
    void aCertificateCountsOnce() {
        UUID first = created(enter("class-i"));
        assertThat(enter("class-i").code()).isEqualTo("credit.exists");
        assertThat(enter("class-ii", "earnedOn", today.plusDays(1).toString(), "credits", 0)
                        .body())
                .contains("/earnedOn", "in-future", "/credits", "out-of-range");
        assertThat(enter("class-iii", "evidence", "", "source", "").body())
                .contains("/creditClass", "/evidence", "/source");
        assertThat(enter("class-ii", "earnedOn", "2019-01-01").code()).isEqualTo("enrolment.no-main-appointment");
        String annulments = "/v1/training-credits/" + first + "/annulments";
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .post(annulments, Map.of("reason", "no"))
                        .status())
                .isEqualTo(404);
        assertThat(registry.hr().post(annulments, Map.of()).body()).contains("/reason");
        assertThat(registry.hr().post(annulments, Map.of("reason", "forged")).status())
                .isEqualTo(200);
        assertThat(registry.hr().post(annulments, Map.of("reason", "forged")).code())
                .isEqualTo("credit.annulled");
        created(enter("class-i"));
        assertThat(registry.hr()
                        .get("/v1/training-credits?annulled=true&member=" + doctor)
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    /** R7, R9: the yearly need of the year before is a condition of promotion. */
    @Test
    void creditsAreAConditionOfPromotion() {
        assertThat(creditsMet()).isFalse();
        registry.creditsOf(doctor, lastYear);
        assertThat(creditsMet()).isTrue();
    }

    private boolean creditsMet() {
        return registry.hr()
                .get("/v1/members/" + doctor + "/promotion-eligibility")
                .json()
                .path("conditions")
                .valueStream()
                .filter(condition -> condition.path("rule").asString().equals("credits"))
                .findFirst()
                .orElseThrow()
                .path("met")
                .asBoolean();
    }

    /** R7: towards the end of the year an institution that records credits is told that people lack some, once. */
    @Test
    void anInstitutionWhosePeopleLackCreditsTowardsTheEndOfTheYearIsAlerted() {
        UUID diligent = registry.physicianAt(2, "T01");
        registry.physicianAt(3, "T02");
        registry.creditsOf(diligent, today.getYear());
        boolean near = !today.plusDays(90).isBefore(LocalDate.of(today.getYear(), 12, 31));
        assertThat(lackingAlerts())
                .hasSize(near ? 1 : 0)
                .allMatch(alert -> alert.path("institutionCode").asString().equals("T01"));
        registry.creditsOf(doctor, today.getYear());
        assertThat(lackingAlerts()).isEmpty();
    }

    private List<JsonNode> lackingAlerts() {
        alerts.lookAt(registry.association());
        return registry.hr()
                .get("/v1/alerts?kind=credits-lacking")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** R3, R7: whoever was registered twice keeps all credits; two places in one session are sorted out first. */
    @Test
    void aMergerKeepsCreditsAndPlaces() {
        UUID twin = registry.physicianAt(2, "T02");
        UUID session = desk.announced("T01", "capacity", 2);
        UUID one = created(desk.apply(session, doctor));
        created(desk.apply(session, twin));
        created(enter("class-i"));
        created(registry.hr().post("/v1/training-credits", credits(twin, "class-ii", lastYear)));
        Map<String, Object> same = Map.of("duplicateId", twin, "reason", "same person");
        String mergers = "/v1/members/" + doctor + "/mergers";
        registry.hr()
                .get("/v1/members/" + twin + "/appointments")
                .json()
                .path("items")
                .valueStream()
                .forEach(appointment -> registry.hr()
                        .post(
                                "/v1/appointments/" + appointment.path("id").asString() + "/annulments",
                                Map.of("reason", "registered twice")));
        assertThat(registry.hr().post(mergers, same).code()).isEqualTo("training.both-enrolled");
        registry.hr().post("/v1/training-enrolments/" + one + "/withdrawals", Map.of());
        assertThat(registry.hr().post(mergers, same).status()).isEqualTo(200);
        assertThat(account(lastYear).path("counted").asInt()).isEqualTo(25);
        assertThat(desk.enrolments(session)
                        .valueStream()
                        .map(enrolment -> enrolment.path("memberId").asString()))
                .containsOnly(doctor.toString());
    }
}
