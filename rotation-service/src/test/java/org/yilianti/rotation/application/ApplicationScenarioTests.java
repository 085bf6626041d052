package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestClock;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** The whole life of an application and of its agreement (M2, M3, M4). */
@ServiceTest
@Import(TestClock.Wiring.class)
class ApplicationScenarioTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestPractice practice;
    private String homeCode = "";
    private String hostCode = "";
    private String staffNo = "";
    private UUID host = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aDoctorOfOneInstitutionAndAnother() {
        clock.setTo(LocalDate.of(2026, 9, 1));
        rotation = new TestRotation(port, events);
        practice = new TestPractice(rotation);
        homeCode = practice.homeCode;
        hostCode = practice.hostCode;
        staffNo = practice.staffNo;
        host = practice.host;
        doctor = practice.doctor;
    }

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @Test
    void fromDraftThroughQuestionDelegateEscalationAmendmentSuspensionAndRenewalToTheEnd() {
        TestApi self = rotation.member(staffNo);
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("draft", true);
        UUID id = self.post("/v1/practice-applications", body).id();
        String path = "/v1/practice-applications/" + id;
        assertThat(rotation.registrarOf(homeCode).get(path).status())
                .as("a draft is its maker's")
                .isEqualTo(404);
        body.put("weeklyHours", 10);
        assertThat(self.put(path, body, "\"1\"").json().path("weeklyHours").asInt())
                .isEqualTo(10);
        assertThat(self.put(path, body, "\"1\"").status()).isEqualTo(412);
        assertThat(state(self.post(path + "/submissions", "{}"))).isEqualTo("submitted");

        TestApi homeRegistrar = rotation.registrarOf(homeCode);
        assertThat(homeRegistrar
                        .post(path + "/questions", Map.of("question", "哪个门诊？"))
                        .status())
                .isEqualTo(200);
        assertThat(told(self, "application-asked", id)).isPositive();
        assertThat(homeRegistrar.post(path + "/consents", "{}").code()).isEqualTo("application.question-open");
        assertThat(self.post(path + "/answers", Map.of("answer", "心内科")).status())
                .isEqualTo(200);

        TestApi deputy = api("deputy-" + homeCode, Role.STAFF, "*");
        assertThat(deputy.post(path + "/consents", "{}").status()).isEqualTo(404);
        assertThat(homeRegistrar
                        .post("/v1/practice-delegations", lending("deputy-" + homeCode, homeCode))
                        .status())
                .isEqualTo(201);
        JsonNode consented = deputy.post(path + "/consents", "{}").json();
        assertThat(consented.path("state").asString()).isEqualTo("consented");
        assertThat(consented.path("turn").path("dueOn").asString()).isEqualTo("2026-09-29");

        TestApi admin = api("admin", Role.ASSOCIATION_ADMIN, "*");
        assertThat(admin.post(path + "/acceptances", "{}").status()).isEqualTo(403);
        clock.setTo(LocalDate.of(2026, 9, 22));
        worker.act();
        assertThat(told(rotation.registrarOf(hostCode), "application-reminder", id))
                .isOne();
        clock.setTo(LocalDate.of(2026, 9, 29));
        worker.act();
        worker.act();
        assertThat(told(admin, "application-overdue", id)).isOne();
        assertThat(state(admin.post(path + "/acceptances", "{}"))).isEqualTo("accepted");
        assertThat(state(rotation.registrar().post(path + "/filings", "{}"))).isEqualTo("filed");
        assertThat(practice.agreement().path("status").asString()).isEqualTo("active");

        clock.setTo(LocalDate.of(2026, 11, 1));
        amend();
        practice.suspendLicence(2, "2026-10-19");
        practice.awaitStatus("suspended");
        practice.reinstateLicence(3);
        practice.awaitStatus("active");

        UUID renewal = renew(practice.agreement().path("id").asString());
        clock.setTo(LocalDate.of(2027, 10, 1));
        practice.reinstateLicence(4);
        practice.awaitStatus("ended");
        assertThat(practice.agreement(1).path("status").asString()).isEqualTo("active");
        assertThat(rotation.decide(doctor, host, "2027-10-05").path("permitted").asBoolean())
                .isTrue();

        assertThat(timeline(path))
                .containsExactly(
                        "drafted",
                        "revised",
                        "submitted",
                        "asked",
                        "answered",
                        "consented",
                        "reminded",
                        "escalated",
                        "accepted",
                        "filed",
                        "active",
                        "terms-changed",
                        "suspended",
                        "active",
                        "ended");
        assertThat(events.bodies("rotation.applications", id)).isNotEmpty();
        assertThat(renewal).isNotEqualTo(id);
    }

    /** M4: levels, who decides, due days and holidays are a policy; an application keeps those under which it was handed in. */
    @Test
    void anAssociationSetsItsOwnLevelsDueDaysAndHolidays() {
        jdbc.update("""
                insert into policy_version (id, association_id, name, valid_from, settings, reason, standing, version, proposed_at,
                    proposed_by, decided_at, decided_by)
                values (?, ?, 'application-workflow', '2026-09-01', ?, 'test', 'approved', 1, utc_timestamp(6), 'one', '2026-08-01', 'two')
                """, Ids.bytes(Ids.next()), Ids.bytes(TestCaller.ASSOCIATION), """
                {"levels": [
                    {"reaches": "consented", "office": "home", "role": "HR_OFFICER", "dueWorkingDays": 3},
                    {"reaches": "consented", "office": "home", "role": "REGISTRAR", "dueWorkingDays": 5},
                    {"reaches": "accepted", "office": "host", "role": "REGISTRAR", "dueWorkingDays": 5},
                    {"reaches": "filed", "office": "association", "role": "REGISTRAR", "dueWorkingDays": 5}],
                 "remindWorkingDays": 2, "expireWorkingDays": 9, "holidays": ["2026-09-02"]}
                """);
        UUID id;
        try {
            id = submitted(rotation.member(staffNo));
        } finally {
            jdbc.update("delete from policy_version where name = 'application-workflow'");
        }
        String path = "/v1/practice-applications/" + id;
        assertThat(rotation.registrarOf(homeCode).post(path + "/consents", "{}").status())
                .as("the HR officer of the home institution comes first")
                .isEqualTo(403);
        JsonNode turn = rotation.registrar().get(path).json().path("turn");
        assertThat(turn.path("dueOn").asString())
                .as("three working days without the holiday")
                .isEqualTo("2026-09-07");
        JsonNode approved = api("hr-" + homeCode, Role.HR_OFFICER, homeCode)
                .post(path + "/consents", "{}")
                .json();
        assertThat(approved.path("state").asString()).isEqualTo("submitted");
        assertThat(state(rotation.registrarOf(homeCode).post(path + "/consents", "{}")))
                .isEqualTo("consented");
        assertThat(state(rotation.registrarOf(hostCode).post(path + "/acceptances", "{}")))
                .isEqualTo("accepted");
        assertThat(state(rotation.registrar().post(path + "/filings", "{}"))).isEqualTo("filed");
        assertThat(timeline(path)).startsWith("submitted", "approved", "consented", "accepted", "filed");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsToldSo() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            UUID id = rotation.hr()
                    .post("/v1/practice-applications", TestRotation.application(doctor, host))
                    .id();
            List<TestApi.Answer> answers = java.util.Collections.synchronizedList(new ArrayList<>());
            CountDownLatch together = new CountDownLatch(1);
            List<Thread> deciders = List.of("one", "two").stream()
                    .map(name -> Thread.ofPlatform().start(() -> {
                        TestApi decider = api(name, Role.REGISTRAR, homeCode);
                        try {
                            together.await();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                        answers.add(decider.post("/v1/practice-applications/" + id + "/consents", "{}"));
                    }))
                    .toList();
            together.countDown();
            for (Thread decider : deciders) {
                decider.join();
            }
            assertThat(answers.stream().map(TestApi.Answer::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(answers.stream().filter(answer -> answer.status() == 409).map(TestApi.Answer::code))
                    .first()
                    .isIn("application.decided-meanwhile", "application.state");
        }
    }

    @Test
    void manyDecisionsAreTakenOneByOneAndWhatIsRefusedLeavesNothingBehind() {
        TestApi registrar = rotation.registrarOf(homeCode);
        UUID good = submitted(rotation.hr());
        UUID own = submitted(api("registrar-" + homeCode, Role.HR_OFFICER, "*"));
        UUID other = submitted(rotation.hr());
        Map<String, Object> noReason = new HashMap<>();
        noReason.put("id", other);
        noReason.put("decision", "refuse");
        noReason.put("note", null);
        TestApi.Answer without =
                registrar.post("/v1/practice-applications/decisions", Map.of("items", List.of(noReason)));
        assertThat(without.json().path("items").path(0).path("code").asString())
                .isEqualTo("application.reason-missing");
        JsonNode results = registrar
                .inLanguage("zh")
                .post(
                        "/v1/practice-applications/decisions",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("id", own, "decision", "consent"),
                                        Map.of("id", good, "version", 1, "decision", "consent"),
                                        Map.of("id", UUID.randomUUID(), "decision", "consent"),
                                        Map.of("id", other, "version", 7, "decision", "consent"),
                                        Map.of("id", other, "decision", "refuse", "note", "no cover"))))
                .json()
                .path("items");
        assertThat(results.valueStream().map(item -> item.path("code").asString("decided")))
                .containsExactly("application.four-eyes", "decided", "application.unknown", "request.stale", "decided");
        assertThat(results.path(0).path("message").asString()).contains("须由他人办理");
        assertThat(rotation.registrar()
                        .get("/v1/practice-applications/" + own)
                        .json()
                        .path("version")
                        .asInt())
                .isOne();
        assertThat(rotation.registrar()
                        .get("/v1/practice-applications/" + good)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("consented");
    }

    @Test
    void theDatabaseRefusesASecondHandWhateverTheProgramThinks() {
        UUID id = submitted(rotation.hr());
        rotation.registrarOf(homeCode).post("/v1/practice-applications/" + id + "/consents", "{}");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.update(
                        "insert into practice_application_hand (application_id, account) values (?, ?)",
                        Ids.bytes(id),
                        "registrar-" + homeCode))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void aSubstituteIsNamedByAnAdministratorAndNeverThemselves() {
        TestApi admin = api("admin", Role.ASSOCIATION_ADMIN, "*");
        Map<String, Object> substitute = new HashMap<>(lending("stand-in-" + homeCode, homeCode));
        substitute.put("absent", "registrar-" + homeCode);
        assertThat(rotation.registrarOf(hostCode)
                        .post("/v1/practice-delegations", substitute)
                        .status())
                .isEqualTo(403);
        TestApi.Answer named = admin.post("/v1/practice-delegations", substitute);
        assertThat(named.status()).isEqualTo(201);
        UUID id = submitted(rotation.hr());
        TestApi standIn = api("stand-in-" + homeCode, Role.HR_OFFICER, "NONE");
        assertThat(state(standIn.post("/v1/practice-applications/" + id + "/consents", "{}")))
                .isEqualTo("consented");
        UUID later = submitted(rotation.hr());
        assertThat(admin.post("/v1/practice-delegations/" + named.id() + "/revocations", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(standIn.post("/v1/practice-applications/" + later + "/consents", "{}")
                        .status())
                .isEqualTo(404);
        substitute.put("delegate", "admin");
        assertThat(admin.post("/v1/practice-delegations", substitute).code()).isEqualTo("delegation.self");
    }

    @Test
    void aRenewalMustContinueTheAgreementDayByDay() {
        rotation.filed(doctor, homeCode, host, hostCode);
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("renewsAgreementId", practice.agreement().path("id").asString());
        body.put("validFrom", "2027-11-01");
        body.put("validTo", "2028-11-01");
        body.put("insurance", Map.of("policyNumber", "P", "insurer", "I", "coverFen", 1, "validTo", "2029-01-01"));
        TestApi.Answer gap = rotation.hr().post("/v1/practice-applications", body);
        assertThat(gap.code()).isEqualTo("application.renews-elsewhen");
        body.put("renewsAgreementId", UUID.randomUUID());
        assertThat(rotation.hr().post("/v1/practice-applications", body).code())
                .isEqualTo("application.renews-unknown");
    }

    /** More hours from the middle of the month on: the home institution proposes, the host consents. */
    private void amend() {
        Map<String, Object> terms = TestRotation.application(doctor, host);
        terms.remove("memberId");
        terms.remove("hostInstitutionId");
        terms.put("weeklyHours", 16);
        Map<String, Object> proposal = Map.of("effectiveFrom", "2026-11-15", "reason", "more patients", "terms", terms);
        String path = practice.agreementPath();
        TestApi.Answer proposed = rotation.registrarOf(homeCode).post(path + "/amendments", proposal);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String consents = path + "/amendments/" + proposed.id() + "/consents";
        assertThat(rotation.registrarOf(homeCode).post(consents, "{}").status()).isEqualTo(403);
        assertThat(rotation.registrarOf(hostCode).post(consents, "{}").status()).isEqualTo(200);
        JsonNode versions = rotation.registrar().get(path + "/versions").json().path("items");
        assertThat(versions.valueStream()
                        .map(version ->
                                version.path("terms").path("weeklyHours").asInt()))
                .containsExactly(10, 16);
    }

    private UUID renew(String agreementId) {
        Map<String, Object> body = TestRotation.application(doctor, host);
        body.put("renewsAgreementId", agreementId);
        body.put("validFrom", "2027-10-01");
        body.put("validTo", "2028-10-01");
        body.put("insurance", Map.of("policyNumber", "P", "insurer", "I", "coverFen", 1, "validTo", "2028-10-01"));
        TestApi.Answer submitted = rotation.hr().post("/v1/practice-applications", body);
        assertThat(state(submitted, 201)).isEqualTo("submitted");
        String path = "/v1/practice-applications/" + submitted.id();
        rotation.registrarOf(homeCode).post(path + "/consents", "{}");
        rotation.registrarOf(hostCode).post(path + "/acceptances", "{}");
        assertThat(state(rotation.registrar().post(path + "/filings", "{}"))).isEqualTo("filed");
        return submitted.id();
    }

    private UUID submitted(TestApi maker) {
        TestApi.Answer answer = maker.post("/v1/practice-applications", TestRotation.application(doctor, host));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    private static Map<String, Object> lending(String delegate, String code) {
        return Map.of(
                "delegate", delegate, "institutionCode", code, "validFrom", "2026-09-01", "validTo", "2026-09-20");
    }

    private List<String> timeline(String path) {
        return rotation.registrar()
                .get(path + "/timeline")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("event").asString())
                .toList();
    }

    private static int told(TestApi caller, String kind, UUID subject) {
        return caller.get("/v1/notifications?kind=" + kind + "&subject=" + subject)
                .json()
                .path("items")
                .size();
    }

    private TestApi api(String name, Role role, String codes) {
        return new TestApi(port).as(TestCaller.named(name).with(role, codes));
    }

    private static String state(TestApi.Answer answer) {
        return state(answer, 200);
    }

    private static String state(TestApi.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json().path("state").asString();
    }
}
