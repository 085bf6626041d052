package org.yilianti.staff.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

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
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R5: periodic assessment, with consequences that come by themselves and can be taken back. */
@ServiceTest
class AssessmentServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate suspended = today.minusMonths(4);
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aPhysicianWithALicence() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
        licence = created(registry.hr().post("/v1/licences", licence(member, "N1", "T01")));
    }

    private Answer assess(String result, LocalDate heldOn, Object... more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("licenceId", licence, "result", result, "heldOn", heldOn.toString()));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1].toString());
        }
        return registry.hr().post("/v1/assessments", body);
    }

    private UUID failedFourMonthsAgo() {
        return created(assess("failed", suspended, "suspendedFrom", suspended, "note", "theory"));
    }

    private Answer annul(UUID id) {
        return registry.hr().post("/v1/assessments/" + id + "/annulments", Map.of("reason", "wrong person"));
    }

    private JsonNode shownLicence() {
        return registry.hr().get("/v1/licences/" + licence).json();
    }

    private String status() {
        return shownLicence().path("status").asString();
    }

    private JsonNode alertsOf(TestApi api, String kind) {
        alerts.lookAt(registry.association());
        return api.get("/v1/alerts?kind=" + kind).json().path("items");
    }

    /** R5: failed → suspended and retrained → repeated and passed → practising again. */
    @Test
    void aFailureSuspendsUntilTheRepeatIsPassed() {
        UUID failed = failedFourMonthsAgo();
        assertThat(shownLicence().path("suspendedFrom").asString()).isEqualTo(suspended.toString());
        assertThat(shownLicence().path("suspendedTo").isNull()).isTrue();
        assertThat(registry.hr()
                        .post("/v1/licences/" + licence + "/resumptions", Map.of("reason", "needed"))
                        .code())
                .isEqualTo("licence.assessment-stands");
        assertThat(assess("passed", today.minusMonths(2)).code()).isEqualTo("assessment.retake-too-early");
        Answer passed = assess("passed", today);
        assertThat(passed.json().path("repeatsId").asString()).isEqualTo(failed.toString());
        assertThat(status()).isEqualTo("active");
        assertThat(shownLicence().path("suspendedTo").asString()).isEqualTo(today.toString());
        await().untilAsserted(() -> assertThat(events.bodies("staff.assessments", failed))
                .singleElement()
                .asString()
                .contains("\"result\":\"failed\"", "\"annulled\":false", member.toString()));
    }

    /** R5: the second failure ends the registration; annulments take back what followed, latest first. */
    @Test
    void aSecondFailureRevokesAndEveryConsequenceCanBeTakenBack() {
        UUID first = failedFourMonthsAgo();
        UUID second = created(assess("failed", today));
        assertThat(status()).isEqualTo("revoked");
        assertThat(assess("passed", today).code()).isEqualTo("licence.revoked");
        assertThat(annul(first).code()).isEqualTo("assessment.not-latest");
        assertThat(annul(second).json().path("status").asString()).isEqualTo("annulled");
        assertThat(annul(second).code()).isEqualTo("assessment.annulled");
        assertThat(status()).isEqualTo("suspended");
        UUID passed = created(assess("passed", today));
        assertThat(status()).isEqualTo("active");
        assertThat(annul(passed).status()).isEqualTo(200);
        assertThat(status()).isEqualTo("suspended");
        assertThat(annul(first).status()).isEqualTo(200);
        assertThat(status()).isEqualTo("active");
        assertThat(shownLicence().path("suspendedFrom").isNull()).isTrue();
        await().untilAsserted(() -> assertThat(
                        events.bodies("staff.assessments", first).getLast())
                .contains("\"version\":2", "\"annulled\":true"));
    }

    /** R5: what an office decided stands beside what followed from the assessment. */
    @Test
    void anAnnulmentLeavesTheOfficesOwnSuspensionInForce() {
        UUID failed = failedFourMonthsAgo();
        String path = "/v1/licences/" + licence;
        assertThat(annul(failed).status()).isEqualTo(200);
        assertThat(registry.hr()
                        .post(path + "/suspensions", Map.of("from", today.toString(), "reason", "inquiry"))
                        .status())
                .isEqualTo(200);
        UUID again = created(assess("failed", today));
        assertThat(annul(again).status()).isEqualTo(200);
        assertThat(status()).isEqualTo("suspended");
        assertThat(shownLicence().path("statusReason").asString()).isEqualTo("inquiry");
        assertThat(registry.hr()
                        .post(path + "/resumptions", Map.of("reason", "cleared"))
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("active");
    }

    /** R5: the repeat is watched: alert to the office and the person, gone when the repeat is passed. */
    @Test
    void theRepeatIsAlertedUntilItIsPassed() {
        failedFourMonthsAgo();
        assertThat(alertsOf(registry.as(Role.HR_OFFICER, "T01"), "assessment-retake"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.path("dueOn").asString())
                            .isEqualTo(suspended.plusMonths(6).toString());
                    assertThat(alert.path("leadDays").asInt()).isEqualTo(90);
                });
        TestApi doctor = new TestApi(port)
                .as(TestCaller.named("doctor")
                        .with(Role.STAFF, "*")
                        .staffNo("S00001")
                        .of(registry.association()));
        assertThat(alertsOf(doctor, "assessment-retake")).hasSize(1);
        assertThat(alertsOf(registry.as(Role.HR_OFFICER, "T02"), "assessment-retake"))
                .isEmpty();
        created(assess("passed", today));
        assertThat(alertsOf(registry.hr(), "assessment-retake")).isEmpty();
        assertThat(registry.hr()
                        .get("/v1/alerts?kind=assessment-retake&status=settled")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** R5: two years without practice are flagged; the cycle's end is alerted by the policy's lead times. */
    @Test
    void whoeverHasNotPractisedForTwoYearsIsFlagged() {
        JsonNode appointment = registry.hr()
                .get("/v1/members/" + member + "/appointments")
                .json()
                .path("items")
                .path(0);
        String ended = today.minusMonths(23).toString();
        registry.hr()
                .post(
                        "/v1/appointments/" + appointment.path("id").asString() + "/endings",
                        Map.of("validTo", ended, "reason", "left"));
        assertThat(alertsOf(registry.hr(), "practice-lapse")).singleElement().satisfies(alert -> assertThat(
                        alert.path("dueOn").asString())
                .isEqualTo(today.minusMonths(23).plusMonths(24).toString()));
    }

    @Test
    void anAssessmentThatCannotBeIsRefusedWithAReason() {
        assertThat(assess("failed", today.plusDays(1)).body()).contains("/heldOn", "in-future");
        assertThat(assess("excellent", today).body()).contains("/result", "unknown-value");
        assertThat(assess("failed", today, "suspendedFrom", today.minusDays(1)).body())
                .contains("/suspendedFrom", "out-of-range");
        assertThat(registry.hr()
                        .post("/v1/assessments", Map.of("heldOn", today.toString(), "result", "passed"))
                        .body())
                .contains("/licenceId", "required");
        created(assess("passed", today));
        assertThat(assess("passed", today).code()).isEqualTo("assessment.exists");
        UUID nurse = created(registry.hr().post("/v1/members", Registry.physician(2, "category", "nurse")));
        created(registry.hr().post("/v1/members/" + nurse + "/appointments", Registry.appointment("T01")));
        licence = created(registry.hr()
                .post(
                        "/v1/licences",
                        licence(
                                nurse,
                                "N2",
                                "T01",
                                "kind",
                                "nurse",
                                "category",
                                "nursing",
                                "validFrom",
                                today.minusYears(1).toString(),
                                "validTo",
                                today.plusYears(2).toString())));
        assertThat(assess("passed", today).code()).isEqualTo("assessment.not-assessed");
        assertThat(List.of(
                        registry.as(Role.HR_OFFICER, "T02")
                                .post(
                                        "/v1/assessments",
                                        Map.of("licenceId", licence, "heldOn", today.toString(), "result", "passed"))
                                .status(),
                        registry.hr()
                                .get("/v1/assessments/" + UUID.randomUUID())
                                .status()))
                .containsOnly(404);
    }
}
