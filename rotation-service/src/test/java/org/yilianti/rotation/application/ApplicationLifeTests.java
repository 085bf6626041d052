package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestStaff;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ApplicationLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private String homeCode = "";
    private String hostCode = "";
    private String staffNo = "";
    private UUID home = new UUID(0, 0);
    private UUID host = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aDoctorOfOneInstitutionAndAnother() {
        rotation = new TestRotation(port, events);
        var practice = new TestPractice(rotation);
        homeCode = practice.homeCode;
        hostCode = practice.hostCode;
        staffNo = practice.staffNo;
        home = practice.home;
        host = practice.host;
        doctor = practice.doctor;
        licence = practice.licence;
    }

    @Test
    void aDoctorAppliesHomeConsentsHostAcceptsTheRegistrarFilesAndTheDoctorMayPractiseThere() {
        assertThat(rotation.decide(doctor, host, "2026-10-05").path("permitted").asBoolean())
                .isFalse();
        TestApi.Answer submitted = rotation.member(staffNo).post("/v1/practice-applications", byStaffNo());
        assertThat(submitted.status()).isEqualTo(201);
        String path = "/v1/practice-applications/" + submitted.id();
        assertThat(state(rotation.registrarOf(homeCode).post(path + "/consents", "{\"note\":\"好\"}")))
                .isEqualTo("consented");
        assertThat(state(rotation.registrarOf(hostCode).post(path + "/acceptances", "{}")))
                .isEqualTo("accepted");
        assertThat(state(rotation.registrar().post(path + "/filings", "{}"))).isEqualTo("filed");

        JsonNode agreement = rotation.registrar()
                .get("/v1/practice-agreements?member=" + doctor)
                .json()
                .path("items")
                .path(0);
        assertThat(agreement.path("status").asString()).isEqualTo("active");
        assertThat(agreement.path("institutionId").asString()).isEqualTo(host.toString());
        assertThat(agreement.path("liability").path("hostPercent").asString()).isEqualTo("60.00");
        assertThat(rotation.decide(doctor, host, "2026-10-05").path("permitted").asBoolean())
                .isTrue();
        assertThat(rotation.decide(doctor, host, "2027-10-01").path("permitted").asBoolean())
                .isFalse();
        JsonNode history = rotation.member(staffNo).get(path).json().path("history");
        assertThat(history.valueStream().map(step -> step.path("state").asString()))
                .containsExactly("submitted", "consented", "accepted", "filed");
        UUID agreementId = UUID.fromString(agreement.path("id").asString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.agreements", agreementId).size() == 1);
        assertThat(jdbc.queryForList(
                        "select action from audit_entry where subject_id = ? order by sequence",
                        String.class,
                        submitted.id().toString()))
                .containsExactly(
                        "practice-application.submitted",
                        "practice-application.consented",
                        "practice-application.accepted",
                        "practice-application.filed");
    }

    @Test
    void anExpiredLicenceRefusesTheApplicationWithTheReasonInTheCallersLanguage() {
        Map<String, Object> expired = new HashMap<>();
        expired.put("validTo", "2026-09-01");
        UUID other = rotation.staff.physician(staffNo + "X", home);
        rotation.staff.licence(other, expired);
        rotation.awaitDecision(other, home, "2026-08-01", true);
        JsonNode refused = rotation.hr()
                .inLanguage("zh")
                .post("/v1/practice-applications", TestRotation.application(other, host))
                .json();
        assertThat(refused.path("state").asString()).isEqualTo("refused");
        JsonNode reason = refused.path("reasons").path(0);
        assertThat(reason.path("rule").asString()).isEqualTo("licence-valid");
        assertThat(reason.path("code").asString()).isEqualTo("licence-expired");
        assertThat(reason.path("message").asString()).contains("有效期");
    }

    @Test
    void everyConditionOfEligibilityRefuses() {
        UUID nurse = rotation.staff.member(
                staffNo + "N",
                home,
                Map.of("category", "nurse", "title", "junior", "specialtySince", "2024-01-01", "specialty", "nursing"));
        rotation.staff.licence(nurse, Map.of("kind", "nurse", "category", "nursing"));
        rotation.awaitDecision(nurse, home, "2026-10-01", true);
        Map<String, Object> body = TestRotation.application(nurse, home);
        body.put("weeklyHours", 30);
        JsonNode refused = rotation.hr().post("/v1/practice-applications", body).json();
        assertThat(refused.path("reasons").valueStream().map(reason -> reason.path("code")
                        .asString()))
                .contains(
                        "category-not-eligible",
                        "licence-category-not-eligible",
                        "title-too-low",
                        "specialty-too-short",
                        "host-is-own-site",
                        "too-many-weekly-hours");
    }

    @Test
    void onePersonCannotTakeTwoStepsNotEvenInTheDatabase() {
        TestApi.Answer submitted =
                rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        String path = "/v1/practice-applications/" + submitted.id();
        assertThat(rotation.registrar().post(path + "/consents", "{}").status()).isEqualTo(200);
        TestApi.Answer second = rotation.registrar().post(path + "/acceptances", "{}");
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.code()).isEqualTo("application.four-eyes");
        assertThatThrownBy(() -> jdbc.update(
                        "update practice_application set accepted_by = consented_by where id = ?",
                        Ids.bytes(submitted.id())))
                .hasMessageContaining("practice_application_accept_eyes");
    }

    @Test
    void illegalStepsOutOfTurnAndOutOfScopeAreRefused() {
        TestApi.Answer submitted =
                rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        String path = "/v1/practice-applications/" + submitted.id();
        assertThat(rotation.registrar().post(path + "/filings", "{}").status()).isEqualTo(409);
        assertThat(rotation.registrarOf(hostCode).post(path + "/consents", "{}").status())
                .isEqualTo(403);
        assertThat(rotation.registrarOf("ELSEWHERE").get(path).status()).isEqualTo(404);
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .post(path + "/consents", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(rotation.member("S-OTHER").get(path).status()).isEqualTo(404);
        assertThat(rotation.registrarOf(hostCode)
                        .get("/v1/practice-applications?member=" + doctor)
                        .body())
                .contains(submitted.id().toString());
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .get("/v1/practice-applications")
                        .body())
                .doesNotContain(submitted.id().toString());
        assertThat(rotation.hostOf(hostCode)
                        .post("/v1/practice-applications", TestRotation.application(doctor, host))
                        .status())
                .as("an HR officer of the host does not apply for somebody else's doctor")
                .isEqualTo(403);
    }

    @Test
    void sharesThatDoNotSumAndTooShortAnInsuranceAreToldTogether() {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("liability", Map.of("homePercent", "30.00", "hostPercent", "60.00", "memberPercent", "9.99"));
        body.put("insurance", Map.of("policyNumber", "P", "insurer", "I", "coverFen", 1, "validTo", "2027-09-30"));
        TestApi.Answer answer = rotation.hr().post("/v1/practice-applications", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("code")
                        .asString()))
                .containsExactlyInAnyOrder("liability.sum", "insurance.too-short");
    }

    @Test
    void theAgreementStartsFromTheTimetableAndThePayThatWereAppliedForAndConsentedTo() {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("timetable", List.of(session("MON", "08:00", "12:00"), session("THU", "14:00", "18:00")));
        body.put("pay", Map.of("basis", "session", "amountFen", 50_000));
        TestApi.Answer submitted = rotation.hr().post("/v1/practice-applications", body);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        String path = "/v1/practice-applications/" + submitted.id();
        JsonNode seen = rotation.registrarOf(hostCode).get(path).json().path("terms");
        assertThat(seen.path("timetable").size())
                .as("the host sees what it accepts")
                .isEqualTo(2);
        assertThat(seen.path("liability").path("hostPercent").asString()).isEqualTo("60.00");
        rotation.registrarOf(homeCode).post(path + "/consents", "{}");
        rotation.registrarOf(hostCode).post(path + "/acceptances", "{}");
        assertThat(state(rotation.registrar().post(path + "/filings", "{}"))).isEqualTo("filed");
        JsonNode agreed = rotation.registrar()
                .get("/v1/practice-agreements/" + agreement().path("id").asString())
                .json()
                .path("terms");
        assertThat(agreed).isEqualTo(seen);
        assertThat(agreed.path("timetable").path(0).path("day").asString()).isEqualTo("MON");
        assertThat(agreed.path("pay").path("amountFen").asLong()).isEqualTo(50_000);
    }

    @Test
    void aTimetableBeyondTheHoursOrOutsideTheTermIsRefusedAtOnce() {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("timetable", List.of(session("MON", "08:00", "16:00"), session("THU", "08:00", "16:00")));
        assertThat(rotation.hr().post("/v1/practice-applications", body).body())
                .contains("agreement.timetable-over-hours");
        Map<String, Object> late = new HashMap<>(session("MON", "08:00", "12:00"));
        late.put("from", "2028-01-01");
        body.put("timetable", List.of(late));
        body.put("draft", true);
        TestApi.Answer draft = rotation.hr().post("/v1/practice-applications", body);
        assertThat(draft.status()).isEqualTo(201);
        TestApi.Answer submitted = rotation.hr().post("/v1/practice-applications/" + draft.id() + "/submissions", "{}");
        assertThat(submitted.status()).isEqualTo(422);
        assertThat(submitted.body()).contains("agreement.session-outside-term");
    }

    @Test
    void whatWaitsForADecisionIsToldByTheDayItIsDueAndWhatEndsSoonIsFound() {
        String mine = "/v1/practice-applications?member=" + doctor + "&pending=true&sort=due&limit=1";
        TestApi.Answer first = rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        TestApi.Answer second = rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        jdbc.update("update practice_application set due_on = '2020-01-01' where id = ?", Ids.bytes(second.id()));
        assertThat(TestRotation.all(rotation.registrar(), mine))
                .extracting(one -> one.path("id").asString())
                .containsExactly(second.id().toString(), first.id().toString());
        rotation.hr().post("/v1/practice-applications/" + second.id() + "/withdrawals", Map.of("reason", "a mistake"));
        assertThat(TestRotation.all(rotation.registrar(), mine)).hasSize(1);
        assertThat(rotation.registrar()
                        .get("/v1/practice-applications?sort=name")
                        .code())
                .isEqualTo("request.sort-invalid");
        rotation.filed(doctor, homeCode, host, hostCode);
        String agreements = "/v1/practice-agreements?member=" + doctor;
        assertThat(TestRotation.all(rotation.registrar(), agreements + "&endsBefore=2027-10-02"))
                .hasSize(1);
        assertThat(TestRotation.all(rotation.registrar(), agreements + "&insuredBefore=2027-10-01"))
                .isEmpty();
    }

    @Test
    void applicationsAndAgreementsAreGivenAsFilesThatNoSpreadsheetRuns() {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("tasks", "=HYPERLINK(\"x\")");
        TestApi.Answer submitted = rotation.hr().post("/v1/practice-applications", body);
        String path = "/v1/practice-applications/" + submitted.id();
        rotation.registrarOf(homeCode).post(path + "/consents", "{}");
        rotation.registrarOf(hostCode).post(path + "/acceptances", "{}");
        String waiting = rotation.registrarOf(hostCode)
                .get("/v1/practice-applications/csv?institution=" + host + "&state=accepted")
                .body();
        assertThat(waiting.lines().toList()).hasSize(2);
        assertThat(waiting)
                .contains("id,staff_no,home,host")
                .contains(staffNo + "," + homeCode + "," + hostCode)
                .contains("'=HYPERLINK")
                .contains("association");
        rotation.registrar().post(path + "/filings", "{}");
        String agreements = rotation.registrarOf(homeCode)
                .get("/v1/practice-agreements/csv?member=" + doctor + "&status=active")
                .body();
        assertThat(agreements.lines().toList()).hasSize(2);
        assertThat(agreements)
                .contains(staffNo + "," + homeCode + "," + hostCode)
                .contains("30.00,60.00,10.00");
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .get("/v1/practice-agreements/csv")
                        .body())
                .doesNotContain(staffNo);
    }

    private static Map<String, Object> session(String day, String start, String end) {
        return Map.of("day", day, "start", start, "end", end, "place", "门诊", "travelMinutes", 30);
    }

    @Test
    void aSuspendedLicenceSuspendsTheAgreementWithinSecondsAndResumptionActivatesIt() {
        rotation.filed(doctor, homeCode, host, hostCode);
        Map<String, Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", "2026-10-19");
        rotation.staff.licence(licence, 2, doctor, suspended);
        awaitAgreement("suspended");
        JsonNode agreement = agreement();
        assertThat(agreement.path("statusReason").asString()).isEqualTo("licence-suspended");
        assertThat(agreement.path("statusFrom").asString()).isEqualTo("2026-10-19");
        assertThat(rotation.decide(doctor, host, "2026-10-18").path("permitted").asBoolean())
                .isTrue();
        assertThat(rotation.decide(doctor, host, "2026-10-19").path("permitted").asBoolean())
                .isFalse();

        rotation.staff.licence(licence, 3, doctor, TestStaff.active());
        awaitAgreement("active");
        UUID id = UUID.fromString(agreement.path("id").asString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.agreements", id).size() == 3);
    }

    @Test
    void whatHasBecomeUnlawfulSinceTheSubmissionIsNotFiled() {
        TestApi.Answer submitted =
                rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        String path = "/v1/practice-applications/" + submitted.id();
        rotation.registrarOf(homeCode).post(path + "/consents", "{}");
        rotation.registrarOf(hostCode).post(path + "/acceptances", "{}");
        Map<String, Object> revoked = new HashMap<>();
        revoked.put("status", "revoked");
        revoked.put("revokedFrom", "2026-09-01");
        rotation.staff.licence(licence, 2, doctor, revoked);
        rotation.awaitDecision(doctor, home, "2026-10-01", false);
        TestApi.Answer filing = rotation.registrar().post(path + "/filings", "{}");
        assertThat(filing.status()).isEqualTo(409);
        assertThat(filing.code()).isEqualTo("application.no-longer-eligible");
        assertThat(state(rotation.registrar().get(path))).isEqualTo("accepted");
    }

    @Test
    void anAgreementEndsByDecisionOfARegistrarAndOnlyOnce() {
        rotation.filed(doctor, homeCode, host, hostCode);
        String path = "/v1/practice-agreements/" + agreement().path("id").asString() + "/endings";
        Map<String, Object> ending = Map.of("from", "2026-12-01", "reason", "no longer needed");
        assertThat(rotation.registrarOf("ELSEWHERE").post(path, ending).status())
                .isEqualTo(404);
        assertThat(rotation.registrarOf(hostCode).post(path, ending).status()).isEqualTo(200);
        assertThat(rotation.registrarOf(hostCode).post(path, ending).status()).isEqualTo(409);
        assertThat(rotation.decide(doctor, host, "2026-11-30").path("permitted").asBoolean())
                .isTrue();
        assertThat(rotation.decide(doctor, host, "2026-12-01").path("permitted").asBoolean())
                .isFalse();
    }

    @Test
    void twoAgreementsOfOneDoctorAtOneSiteAreRefused() {
        rotation.filed(doctor, homeCode, host, hostCode);
        JsonNode second = rotation.hr()
                .post("/v1/practice-applications", TestRotation.application(doctor, host))
                .json();
        assertThat(second.path("reasons").findValuesAsString("code")).contains("agreement-exists");
    }

    @Test
    void anotherAssociationSeesNoApplication() {
        TestApi.Answer submitted =
                rotation.hr().post("/v1/practice-applications", TestRotation.application(doctor, host));
        TestApi other = new TestApi(port)
                .as(TestCaller.named("other").with(Role.REGISTRAR, "*").of(UUID.randomUUID()));
        assertThat(other.get("/v1/practice-applications/" + submitted.id()).status())
                .isEqualTo(404);
        assertThat(other.get("/v1/practice-applications").json().path("items").size())
                .isZero();
    }

    private Map<String, Object> byStaffNo() {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.remove("memberId");
        body.put("staffNo", staffNo);
        return body;
    }

    private JsonNode agreement() {
        return rotation.registrar()
                .get("/v1/practice-agreements?member=" + doctor)
                .json()
                .path("items")
                .path(0);
    }

    private void awaitAgreement(String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agreement().path("status").asString().equals(status));
    }

    private static String state(TestApi.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("state").asString();
    }
}
