package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** What people try that must not come through, over the API (M2, M3, M4). */
@ServiceTest
class BadPracticeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestPractice practice;

    @BeforeEach
    void aDoctorOfOneInstitutionAndAnother() {
        rotation = new TestRotation(port, events);
        practice = new TestPractice(rotation);
    }

    @Test
    void ofTwoApplicationsForOneSiteAndTimeOnlyOneComesIntoForceEvenWhenFiledAtOnce() throws Exception {
        List<String> paths = List.of(accepted(), accepted());
        List<Callable<TestApi.Answer>> filings = paths.stream()
                .<Callable<TestApi.Answer>>map(
                        path -> () -> rotation.registrar().post(path + "/filings", "{}"))
                .toList();
        List<TestApi.Answer> answers;
        try (var threads = Executors.newFixedThreadPool(2)) {
            answers = threads.invokeAll(filings).stream()
                    .map(BadPracticeTests::answer)
                    .toList();
        }
        assertThat(answers).extracting(TestApi.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(TestApi.Answer::code)
                .first()
                .isIn("application.no-longer-eligible", "agreement.overlaps");
        assertThat(rotation.registrar()
                        .get("/v1/practice-agreements?member=" + practice.doctor)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(paths.stream().map(path -> rotation.registrar()
                        .get(path)
                        .json()
                        .path("state")
                        .asString()))
                .as("the other one is where it was")
                .containsExactlyInAnyOrder("filed", "accepted");
    }

    @Test
    void nobodyApprovesTheirOwnApplicationThroughTheHandsOfOthers() {
        String name = "chief-" + practice.homeCode;
        TestApi chief = new TestApi(port)
                .as(TestCaller.named(name)
                        .with(Role.HR_OFFICER, practice.homeCode)
                        .with(Role.REGISTRAR, practice.homeCode));
        String path = "/v1/practice-applications/"
                + chief.post("/v1/practice-applications", TestRotation.application(practice.doctor, practice.host))
                        .id();
        TestApi deputy = lend(chief, "deputy-" + practice.homeCode, 201);
        assertThat(deputy.post(path + "/consents", "{}").code()).isEqualTo("application.four-eyes-delegated");
        TestApi third = lend(deputy, "third-" + practice.homeCode, 201);
        assertThat(third.post(path + "/consents", "{}").code()).isEqualTo("application.four-eyes-delegated");
        lend(third, name, 422);
        assertThat(chief.post(path + "/consents", "{}").code()).isEqualTo("application.four-eyes");
        assertThat(rotation.registrarOf(practice.homeCode)
                        .post(path + "/consents", "{}")
                        .status())
                .isEqualTo(200);
    }

    /** Who says which version they have read decides on no other; who does not say is told apart by the row itself (M4, G5). */
    @Test
    void aDecisionOnAVersionThatIsNoLongerTheLastIsRefusedWithBothVersionsWhateverTheDecision() {
        String path = submitted();
        TestApi home = rotation.registrarOf(practice.homeCode);
        home.post(path + "/questions", Map.of("question", "which clinic?"));
        Map<String, Map<String, String>> decisions = Map.of(
                "consents", Map.of(),
                "acceptances", Map.of(),
                "filings", Map.of(),
                "refusals", Map.of("reason", "no cover"),
                "questions", Map.of("question", "again?"));
        decisions.forEach((verb, body) -> assertStale(home.send("POST", path + "/" + verb, body)));
        assertStale(rotation.hr().send("POST", path + "/answers", Map.of("answer", "the heart clinic")));
        assertStale(rotation.hr().send("POST", path + "/withdrawals", Map.of("reason", "a mistake")));
        JsonNode now = rotation.hr().get(path).json();
        assertThat(now.path("state").asString()).isEqualTo("submitted");
        assertThat(now.path("version").asInt())
                .as("nothing was done by any of them")
                .isEqualTo(2);
    }

    @Test
    void aDecisionOnTheVersionReadIsTakenAndOneThatNamesNoneToo() {
        String read = submitted();
        TestApi.Answer consented = rotation.registrarOf(practice.homeCode).send("POST", read + "/consents", Map.of());
        assertThat(consented.status()).as(consented.body()).isEqualTo(200);
        assertThat(consented.header("ETag")).isEqualTo("\"2\"");
        assertThat(rotation.registrarOf(practice.hostCode)
                        .post(read + "/acceptances", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoWhoDecideAtOnceOnWhatBothHaveReadOneWinsAndTheOtherIsToldSo() throws Exception {
        String path = submitted();
        List<Callable<TestApi.Answer>> decisions = List.of("one", "two").stream()
                .<Callable<TestApi.Answer>>map(name -> () -> new TestApi(port)
                        .as(TestCaller.named(name).with(Role.REGISTRAR, practice.homeCode))
                        .send("POST", path + "/consents", Map.of()))
                .toList();
        List<TestApi.Answer> answers;
        try (var threads = Executors.newFixedThreadPool(2)) {
            answers = threads.invokeAll(decisions).stream()
                    .map(BadPracticeTests::answer)
                    .toList();
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(TestApi.Answer::code)
                .first()
                .isIn("request.stale", "application.decided-meanwhile");
        assertThat(rotation.hr().get(path).json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aDutyOverMidnightAndTheEndOfTheMonthIsJudgedOnTheDayItBegins() {
        practice.filed();
        LocalDate last = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusMonths(1)
                .withDayOfMonth(1)
                .minusDays(1);
        UUID overMidnight = practice.duty(jdbc, last, 24);
        UUID nextDay = practice.duty(jdbc, last.plusDays(1), 4);
        practice.suspendLicence(2, last.plusDays(1).toString());
        await().atMost(Duration.ofSeconds(80))
                .until(() -> !TestPractice.openBecause(jdbc, nextDay).equals("assigned"));
        assertThat(TestPractice.openBecause(jdbc, overMidnight)).isEqualTo("assigned");
    }

    private static void assertStale(TestApi.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("request.stale");
        assertThat(answer.json().path("detail").asString())
                .as("what was read and what is")
                .contains("1")
                .contains("2");
    }

    private String submitted() {
        return "/v1/practice-applications/"
                + rotation.hr()
                        .post("/v1/practice-applications", TestRotation.application(practice.doctor, practice.host))
                        .id();
    }

    private String accepted() {
        String path = submitted();
        rotation.registrarOf(practice.homeCode).post(path + "/consents", "{}");
        rotation.registrarOf(practice.hostCode).post(path + "/acceptances", "{}");
        return path;
    }

    /** Lends the power of the home institution's registrar on; gives the caller it was lent to. */
    private TestApi lend(TestApi from, String to, int expected) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        TestApi.Answer lent = from.post(
                "/v1/practice-delegations",
                Map.of(
                        "delegate",
                        to,
                        "institutionCode",
                        practice.homeCode,
                        "validFrom",
                        today.toString(),
                        "validTo",
                        today.plusDays(10).toString()));
        assertThat(lent.status()).as(lent.body()).isEqualTo(expected);
        return new TestApi(port).as(TestCaller.named(to).with(Role.STAFF, practice.homeCode));
    }

    private static TestApi.Answer answer(java.util.concurrent.Future<TestApi.Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
