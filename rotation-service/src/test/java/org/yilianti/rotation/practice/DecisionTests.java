package org.yilianti.rotation.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** The lawful-practice decision over HTTP (M1). */
@ServiceTest
class DecisionTests {

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private LawfulPractice practice;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private UUID home = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aDoctor() {
        rotation = new TestRotation(port, events);
        number++;
        home = rotation.staff.institution("PH" + number);
        doctor = rotation.staff.physician("P%05d".formatted(number), home);
        licence = rotation.staff.licence(doctor);
        rotation.awaitInstitution(home);
        rotation.awaitDecision(doctor, home, "2026-10-01", true);
    }

    @Test
    void everyRuleTellsItsVerdictInputsClauseAndWhatWouldMendIt() {
        Map<String, Object> question = question(doctor);
        question.put("procedure", "surgery-4");
        question.put("category", "dental");
        JsonNode answer = ask(Map.of("item", question)).path("items").path(0);
        assertThat(answer.path("permitted").asBoolean()).isFalse();
        assertThat(answer.path("verdicts").size()).isEqualTo(13);
        answer.path("verdicts").forEach(verdict -> {
            assertThat(verdict.path("clause").asString()).isNotBlank();
            assertThat(verdict.path("inputs").isObject()).as("%s", verdict).isTrue();
            assertThat(verdict.path("mend").isNull())
                    .isEqualTo(verdict.path("permitted").asBoolean());
        });
        assertThat(refusals(answer)).containsExactly("licence-category-other", "procedure-title-too-low");
        assertThat(answer.toString()).contains("加注执业类别").doesNotContain("practice.mend");
    }

    @Test
    void theNumberOfQueriesGrowsNeitherWithTheDaysNorWithTheQuestions() {
        long one = queries(List.of(PracticeQuestion.on(LocalDate.of(2026, 10, 1), doctor, home, null)));
        List<PracticeQuestion> many = new ArrayList<>();
        for (int day = 0; day < 400; day++) {
            many.add(PracticeQuestion.on(LocalDate.of(2026, 10, 1).plusDays(day), doctor, home, null));
        }
        assertThat(one).isPositive();
        assertThat(queries(many)).isEqualTo(one);
    }

    /** As the database counts them for the one connection of a transaction. */
    private long queries(List<PracticeQuestion> questions) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long before = selects();
            practice.decide(TestCaller.ASSOCIATION, questions);
            return selects() - before;
        }));
    }

    private long selects() {
        return Long.parseLong(String.valueOf(
                jdbc.queryForMap("show session status like 'Com_select'").get("Value")));
    }

    @Test
    void oneQuestionAloneAndAmongTenThousandIsDecidedAlike() {
        List<UUID> people = List.of(
                doctor,
                employed("N", Map.of("category", "nurse"), Map.of("kind", "nurse", "category", "nursing")),
                employed("X", Map.of(), Map.of("validTo", "2026-10-10")),
                employed("S", Map.of(), suspended("2026-10-05")),
                UUID.randomUUID());
        List<Map<String, Object>> questions = new ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            Map<String, Object> question = question(people.get(index % people.size()));
            String day = "2026-10-%02d".formatted(1 + index % 28);
            question.put("from", day);
            question.put("to", "2026-10-%02d".formatted(2 + index % 28));
            question.put("activity", index % 3 == 0 ? "dentistry" : null);
            questions.add(question);
        }
        JsonNode many = ask(Map.of("items", questions)).path("items");
        assertThat(many.size()).isEqualTo(10_000);
        for (int index = 0; index < 140; index++) {
            JsonNode alone =
                    ask(Map.of("item", questions.get(index))).path("items").path(0);
            assertThat(refusals(alone)).as("%s", questions.get(index)).isEqualTo(refusals(many.path(index)));
            assertThat(alone.path("permitted")).isEqualTo(many.path(index).path("permitted"));
        }
    }

    @Test
    void whatWasKnownThenIsToldEvenAfterTheNewsCame() {
        Instant before = Instant.now();
        rotation.staff.licence(licence, 2, doctor, suspended("2026-09-01"));
        rotation.awaitDecision(doctor, home, "2026-10-01", false);
        JsonNode then = ask(Map.of("item", question(doctor), "knownAt", before.toString()))
                .path("items")
                .path(0);
        assertThat(then.path("permitted").asBoolean())
                .as("it was lawful as far as anybody here knew: %s", then)
                .isTrue();
        JsonNode earlier = ask(Map.of("item", question(doctor), "knownAt", "2020-01-01T00:00:00Z"))
                .path("items")
                .path(0);
        assertThat(refusals(earlier)).first().isEqualTo("unknown-member");
        rotation.staff.licence(licence, 3, doctor, new HashMap<>());
        rotation.awaitDecision(doctor, home, "2026-10-01", true);
        await().atMost(Duration.ofSeconds(5)).until(() -> ask(Map.of(
                        "item", question(doctor), "knownAt", Instant.now().toString()))
                .path("items")
                .path(0)
                .path("permitted")
                .asBoolean());
    }

    @Test
    void aPolicyJudgesFromItsFirstDayOn() {
        UUID other = UUID.randomUUID();
        TestApi one = new TestApi(port).as(TestCaller.named("admin-1").with(Role.ASSOCIATION_ADMIN, "*"));
        TestApi two = new TestApi(port).as(TestCaller.named("admin-2").with(Role.ASSOCIATION_ADMIN, "*"));
        Map<String, Object> settings = Map.of(
                "licencesByActivity", Map.of(),
                "titlesByProcedure", Map.of("endoscopy", "senior"),
                "waived", List.of());
        TestApi.Answer proposed = one.post(
                "/v1/policies/rotation/lawful-practice/proposals",
                Map.of("validFrom", "2031-01-01", "settings", settings, "reason", "new grading"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(two.post("/v1/policies/rotation/proposals/" + proposed.id() + "/approvals", "{}")
                        .status())
                .isEqualTo(200);
        Map<String, Object> question = question(doctor);
        question.put("procedure", "endoscopy");
        assertThat(ask(Map.of("item", question))
                        .path("items")
                        .path(0)
                        .path("permitted")
                        .asBoolean())
                .isTrue();
        question.put("from", "2031-01-01");
        question.put("to", "2031-01-02");
        assertThat(refusals(ask(Map.of("item", question)).path("items").path(0)))
                .containsExactly("procedure-title-too-low");
        Map<String, Object> unlawful = new HashMap<>(settings);
        unlawful.put("waived", List.of("licence-valid"));
        assertThat(one.post(
                                "/v1/policies/rotation/lawful-practice/proposals",
                                Map.of("validFrom", "2031-01-01", "settings", unlawful, "reason", "no"))
                        .status())
                .as("what the law asks for cannot be waived")
                .isEqualTo(422);
        assertThat(other).isNotNull();
    }

    @Test
    void aQuestionOfTheFutureOrNoneOrTwoKindsIsRefused() {
        TestApi registrar = rotation.registrar();
        assertThat(registrar
                        .post(
                                "/v1/practice-decisions",
                                Map.of("item", question(doctor), "knownAt", "2100-01-01T00:00:00Z"),
                                null)
                        .code())
                .isEqualTo("practice.known-at-future");
        assertThat(registrar.post("/v1/practice-decisions", "{}", null).code()).isEqualTo("practice.item-or-items");
        assertThat(registrar
                        .post(
                                "/v1/practice-decisions",
                                Map.of("item", question(doctor), "items", List.of(question(doctor))),
                                null)
                        .code())
                .isEqualTo("practice.item-or-items");
    }

    private UUID employed(String mark, Map<String, Object> member, Map<String, @Nullable Object> licenceChanges) {
        UUID person = rotation.staff.member("P%05d%s".formatted(number, mark), home, member);
        rotation.staff.licence(person, licenceChanges);
        rotation.awaitDecision(person, home, "2026-10-01", true);
        return person;
    }

    private static Map<String, @Nullable Object> suspended(String from) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("status", "suspended");
        fields.put("suspendedFrom", from);
        return fields;
    }

    private Map<String, Object> question(UUID person) {
        Map<String, Object> question = new HashMap<>();
        question.put("memberId", person);
        question.put("institutionId", home);
        question.put("from", "2026-10-01");
        question.put("to", "2026-10-02");
        return question;
    }

    private JsonNode ask(Map<String, Object> body) {
        TestApi.Answer answer = rotation.registrar().inLanguage("zh").post("/v1/practice-decisions", body, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> refusals(JsonNode answer) {
        return answer.path("verdicts")
                .valueStream()
                .filter(verdict -> !verdict.path("permitted").asBoolean())
                .map(verdict -> verdict.path("code").asString())
                .toList();
    }
}
