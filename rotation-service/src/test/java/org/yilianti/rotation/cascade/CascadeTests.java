package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestClock;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestStaff;
import tools.jackson.databind.JsonNode;

/** What changes elsewhere reaches agreements and those concerned (M3). */
@ServiceTest
@Import(TestClock.Wiring.class)
class CascadeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestClock clock;

    @Autowired
    private StandingManagement standings;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestPractice practice;
    private String homeCode = "";
    private String hostCode = "";
    private String staffNo = "";
    private UUID home = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void anAgreementInForce() {
        rotation = new TestRotation(port, events);
        practice = new TestPractice(rotation).filed();
        homeCode = practice.homeCode;
        hostCode = practice.hostCode;
        staffNo = practice.staffNo;
        home = practice.home;
        doctor = practice.doctor;
        licence = practice.licence;
        clock.setTo(LocalDate.of(2026, 11, 1));
    }

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @Test
    void aSuspensionByARegistrarIsNotLiftedWhenTheLicenceIsReinstated() {
        String path = "/v1/practice-agreements/" + agreement().path("id").asString();
        TestApi registrar = rotation.registrarOf(hostCode);
        Map<String, Object> decision = Map.of("from", "2026-11-05", "reason", "complaint under review");
        assertThat(registrar.post(path + "/suspensions", decision).status()).isEqualTo(200);
        assertThat(registrar.post(path + "/suspensions", decision).code()).isEqualTo("agreement.suspended-already");
        suspendLicence("2026-10-19");
        awaitReason("licence-suspended");
        rotation.staff.licence(licence, 3, doctor, TestStaff.active());
        awaitReason("by-decision");
        assertThat(agreement().path("status").asString()).isEqualTo("suspended");
        assertThat(registrar
                        .post(path + "/resumptions", "{}")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("active");
        assertThat(registrar.post(path + "/resumptions", "{}").code()).isEqualTo("agreement.no-decision-to-lift");
    }

    @Test
    void thoseConcernedAreToldAndTheNoticeIsAnEvent() {
        suspendLicence("2026-10-19");
        awaitReason("licence-suspended");
        String id = agreement().path("id").asString();
        for (TestApi concerned :
                List.of(rotation.member(staffNo), rotation.registrarOf(homeCode), rotation.registrarOf(hostCode))) {
            JsonNode told = concerned
                    .get("/v1/notifications?kind=agreement-suspended&subject=" + id)
                    .json()
                    .path("items");
            assertThat(told.size()).isOne();
            assertThat(told.path(0).path("message").asString())
                    .contains(hostCode)
                    .contains("licence-suspended");
        }
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .get("/v1/notifications?subject=" + id)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void anAppointmentThatEndedSuspendsAndANewOneResumes() {
        appointedUntil(2, "2026-10-25");
        awaitReason("appointment-ended");
        assertThat(agreement().path("statusFrom").asString()).isEqualTo("2026-10-25");
        appointedUntil(3, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agreement().path("status").asString().equals("active"));
    }

    @Test
    void alicenceThatRunsOutSuspendsByTheCalendarAloneAndItsRenewalResumes() {
        Map<String, Object> ending = new HashMap<>();
        ending.put("validTo", "2027-02-01");
        rotation.staff.licence(licence, 2, doctor, new HashMap<>(ending));
        awaitReview("2027-02-01");
        assertThat(agreement().path("status").asString()).isEqualTo("active");

        clock.setTo(LocalDate.of(2027, 2, 1));
        review();
        assertThat(agreement().path("statusReason").asString()).isEqualTo("licence-expired");
        assertThat(agreement().path("statusFrom").asString()).isEqualTo("2027-02-01");

        rotation.staff.licence(licence, 3, doctor, TestStaff.active());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agreement().path("status").asString().equals("active"));
    }

    @Test
    void aFailedAssessmentSuspendsUntilALaterOneIsPassedAndKeepsFromApplyingAnew() {
        UUID failed = Ids.next();
        rotation.staff.assessment(failed, 1, doctor, false, "2026-10-19", false);
        awaitReason("assessment-failed");
        assertThat(agreement().path("statusFrom").asString()).isEqualTo("2026-10-19");
        Map<String, Object> elsewhere = TestRotation.application(doctor, rotation.staff.institution(hostCode + "B"));
        rotation.awaitInstitution((UUID) elsewhere.get("hostInstitutionId"));
        assertThat(rotation.hr()
                        .post("/v1/practice-applications", elsewhere)
                        .json()
                        .path("reasons")
                        .findValuesAsString("code"))
                .contains("assessment-failed");
        rotation.staff.assessment(Ids.next(), 1, doctor, true, "2026-10-19", false);
        rotation.staff.assessment(Ids.next(), 1, doctor, true, "2026-10-31", false);
        practice.awaitStatus("active");
        rotation.staff.assessment(Ids.next(), 1, doctor, false, "2026-11-01", false);
        awaitReason("assessment-failed");
    }

    @Test
    void aFailureThatWasAnnulledSuspendsNoLonger() {
        UUID mistake = Ids.next();
        rotation.staff.assessment(mistake, 1, doctor, false, "2026-10-19", false);
        awaitReason("assessment-failed");
        rotation.staff.assessment(mistake, 2, doctor, false, "2026-10-19", true);
        practice.awaitStatus("active");
    }

    @Test
    void anInsuranceThatRunsOutSuspendsUntilItIsRenewed() {
        String path = "/v1/practice-agreements/" + agreement().path("id").asString() + "/insurances";
        TestApi registrar = rotation.registrarOf(homeCode);
        assertThat(registrar.post(path, insurance("2026-12-01")).status()).isEqualTo(200);
        review();
        clock.setTo(LocalDate.of(2026, 12, 1));
        review();
        assertThat(agreement().path("statusReason").asString()).isEqualTo("insurance-lapsed");
        assertThat(registrar.post(path, insurance("2027-10-01")).status()).isEqualTo(200);
        assertThat(agreement().path("status").asString()).isEqualTo("active");
        JsonNode versions =
                registrar.get(path.replace("/insurances", "/versions")).json().path("items");
        assertThat(versions.valueStream()
                        .map(version -> version.path("effectiveFrom").asString() + " "
                                + version.path("terms")
                                        .path("insurance")
                                        .path("validTo")
                                        .asString()))
                .as("which insurance held when")
                .containsExactly("2026-10-01 2027-10-01", "2026-11-01 2026-12-01", "2026-12-01 2027-10-01");
        Map<String, Object> backdated = new HashMap<>(insurance("2027-10-01"));
        backdated.put("validFrom", "2026-11-30");
        assertThat(registrar.post(path, backdated).code()).isEqualTo("insurance.backdated");
    }

    @Test
    void anAgreementEndsByItselfWhenItsTermIsOverAndTheEventSaysSo() {
        review();
        awaitReview("2027-07-03");
        clock.setTo(LocalDate.of(2027, 9, 1));
        review();
        awaitReview("2027-10-01");
        clock.setTo(LocalDate.of(2027, 9, 30));
        review();
        assertThat(agreement().path("status").asString()).isEqualTo("active");
        clock.setTo(LocalDate.of(2027, 10, 1));
        review();
        assertThat(agreement().path("status").asString()).isEqualTo("ended");
        assertThat(agreement().path("statusReason").asString()).isEqualTo("term-over");
        UUID id = UUID.fromString(agreement().path("id").asString());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            List<String> told = events.bodies("rotation.agreements", id);
            return !told.isEmpty() && told.getLast().contains("term-over");
        });
    }

    @Test
    void aRevokedLicenceSuspendsAtOnceAlsoWhenItWasSuspendedBeforeAndEndsTheAgreementWhenItLasts() {
        UUID duty = practice.duty(jdbc, LocalDate.of(2026, 11, 20), 4);
        Map<String, Object> revoked = new HashMap<>();
        revoked.put("status", "revoked");
        revoked.put("suspendedFrom", "2026-10-19");
        revoked.put("revokedFrom", "2026-11-01");
        rotation.staff.licence(licence, 2, doctor, new HashMap<>(revoked));
        awaitReason("licence-revoked");
        assertThat(TestPractice.openBecause(jdbc, duty)).isEqualTo("licence-revoked");
        JsonNode before = agreement();
        assertThat(before.path("termsVersion").asInt())
                .as("what was agreed stays as it was")
                .isOne();
        clock.setTo(LocalDate.of(2026, 11, 30));
        review();
        assertThat(agreement()).as("nothing changes while it lasts").isEqualTo(before);
        clock.setTo(LocalDate.of(2026, 12, 1));
        review();
        assertThat(agreement().path("status").asString()).isEqualTo("ended");
        assertThat(agreement().path("statusReason").asString()).isEqualTo("licence-revoked");
        assertThat(told(rotation.member(staffNo), "agreement-ended")).isOne();
        rotation.staff.licence(licence, 3, doctor, TestStaff.active());
        rotation.awaitDecision(doctor, home, "2026-12-02", true);
        assertThat(agreement().path("status").asString())
                .as("what has ended does not resume")
                .isEqualTo("ended");
    }

    /** M3: silent when renewed, once each, and an event for each. */
    @Test
    void beforeAnInsuranceRunsOutThoseConcernedAreRemindedOnceAndNotAgainWhenItIsRenewed() {
        TestApi registrar = rotation.registrarOf(homeCode);
        registrar.post(practice.agreementPath() + "/insurances", insurance("2026-12-15"));
        clock.setTo(LocalDate.of(2026, 11, 14));
        review();
        assertThat(told(registrar, "insurance-ending")).isZero();
        awaitReview("2026-11-15");
        clock.setTo(LocalDate.of(2026, 11, 15));
        review();
        review();
        for (TestApi concerned : List.of(rotation.member(staffNo), registrar, rotation.registrarOf(hostCode))) {
            assertThat(told(concerned, "insurance-ending")).isOne();
        }
        assertThat(told(rotation.registrarOf("ELSEWHERE"), "insurance-ending")).isZero();
        JsonNode notice = notices(registrar, "insurance-ending").path(0);
        assertThat(notice.path("message").asString()).contains(hostCode).contains("2026-12-15");
        UUID id = UUID.fromString(notice.path("id").asString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.notifications", id).size() == 1);
        registrar.post(practice.agreementPath() + "/insurances", insurance("2027-10-01"));
        clock.setTo(LocalDate.of(2026, 12, 8));
        review();
        assertThat(told(registrar, "insurance-ending")).isOne();
    }

    @Test
    void beforeATermIsOverThoseConcernedAreRemindedUntilAnotherAgreementContinuesIt() {
        clock.setTo(LocalDate.of(2027, 7, 2));
        review();
        assertThat(told(rotation.member(staffNo), "agreement-ending")).isZero();
        clock.setTo(LocalDate.of(2027, 7, 10));
        review();
        assertThat(told(rotation.member(staffNo), "agreement-ending"))
                .as("a day too late rather than never")
                .isOne();
        Map<String, Object> renewal = TestRotation.application(doctor, practice.host);
        renewal.put("renewsAgreementId", agreement().path("id").asString());
        renewal.put("validFrom", "2027-10-01");
        renewal.put("validTo", "2028-10-01");
        renewal.put("insurance", insurance("2028-10-01"));
        rotation.filed(renewal, homeCode, hostCode);
        clock.setTo(LocalDate.of(2027, 9, 1));
        review();
        assertThat(told(rotation.member(staffNo), "agreement-ending")).isOne();
    }

    @Test
    void twoReplicasThatReviewAtOnceChangeItOnce() throws InterruptedException {
        clock.setTo(LocalDate.of(2027, 10, 1));
        Thread one = Thread.ofPlatform().start(this::review);
        Thread other = Thread.ofPlatform().start(this::review);
        one.join();
        other.join();
        assertThat(agreement().path("status").asString()).isEqualTo("ended");
        assertThat(agreement().path("version").asInt()).isEqualTo(2);
    }

    private void review() {
        jdbc.update("update practice_agreement set review_on = '2000-01-01' where member_id = ?", Ids.bytes(doctor));
        boolean more = true;
        while (more) {
            more = standings.reviewDue();
        }
    }

    private int told(TestApi reader, String kind) {
        return notices(reader, kind).size();
    }

    private JsonNode notices(TestApi reader, String kind) {
        return reader.get("/v1/notifications?kind=" + kind + "&subject="
                        + agreement().path("id").asString())
                .json()
                .path("items");
    }

    private void appointedUntil(long version, @org.jspecify.annotations.Nullable String validTo) {
        Map<String, Object> post = new HashMap<>();
        post.put("id", Ids.next());
        post.put("institutionId", home);
        post.put("ftePercent", 100);
        post.put("main", true);
        post.put("validFrom", "2012-08-01");
        post.put("validTo", validTo);
        post.put("department", "internal medicine");
        post.put("post", "physician");
        rotation.staff.member(doctor, version, staffNo, home, Map.of("appointments", List.of(post)));
    }

    private void suspendLicence(String from) {
        Map<String, Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", from);
        rotation.staff.licence(licence, 2, doctor, new HashMap<>(suspended));
    }

    private static Map<String, Object> insurance(String validTo) {
        return Map.of("policyNumber", "P-2", "insurer", "示例保险公司", "coverFen", 1_000_000, "validTo", validTo);
    }

    private void awaitReason(String reason) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agreement().path("statusReason").asString("").equals(reason));
    }

    private void awaitReview(String day) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> day.equals(jdbc.queryForObject(
                        "select cast(review_on as char(10)) from practice_agreement where member_id = ?",
                        String.class,
                        Ids.bytes(doctor))));
    }

    private JsonNode agreement() {
        return rotation.registrar()
                .get("/v1/practice-agreements?member=" + doctor)
                .json()
                .path("items")
                .path(0);
    }
}
