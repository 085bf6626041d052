package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.APPLICATIONS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;
import static org.yilianti.staff.recruitment.RecruitmentDesk.today;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R8: who applies, who may compete by which conditions, and what they reached. */
@ServiceTest
class RecruitmentApplicationTests {

    private static final String LIST = "/v1/recruitment-applications";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private UUID line = new UUID(0, 0);
    private UUID campaign = new UUID(0, 0);

    @BeforeEach
    void aCampaignThatIsOpen() {
        Registry registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        line = desk.line("T01", 9);
        campaign = desk.published("T01", List.of(position(line)));
    }

    /** R8: personal numbers of candidates are sealed in the database, masked in answers, and in no audit row. */
    @Test
    void numbersOfCandidatesAreSealedAndMasked() {
        Answer applied = desk.apply(campaign, 41);
        UUID id = created(applied);
        String number = (String) Registry.physician(41).get("nationalId");
        String phone = (String) Registry.physician(41).get("phone");
        assertThat(applied.body()).doesNotContain(number, phone).contains("**" + number.substring(14));
        Map<String, Object> row = jdbc.sql("select * from recruitment_application where id = ?")
                .param(Ids.bytes(id))
                .query()
                .singleRow();
        assertThat(new String((byte[]) row.get("national_id_sealed"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(number);
        assertThat(row.get("phone_sealed")).isNotNull();
        List<String> trail = jdbc.sql("select detail from audit_entry where association_id = ?")
                .param(Ids.bytes(desk.registry().association()))
                .query(String.class)
                .list();
        assertThat(trail).isNotEmpty().noneMatch(detail -> detail.contains("候选人041") || detail.contains(number));
    }

    @Test
    void applicationsLeaveAsASheetWithTheirNumbersMaskedUnlessRevealed_R8_R13() {
        UUID id = created(desk.apply(campaign, 44));
        String number = (String) Registry.physician(44).get("nationalId");
        String path = "/v1/exports/recruitment-applications";
        String sheet = desk.hr().get(path).body();
        assertThat(sheet).contains(id.toString(), campaign.toString(), "submitted", "**" + number.substring(14));
        assertThat(sheet).doesNotContain(number);
        assertThat(desk.hr().get(path + "?reveal=true").body()).contains(number);
        assertThat(desk.registry()
                        .as(Role.AUDITOR, "*")
                        .get(path + "?reveal=true")
                        .status())
                .isEqualTo(403);
        assertThat(desk.registry().as(Role.HR_OFFICER, "T02").get(path).body()).doesNotContain(id.toString());
        JsonNode job = desk.registry().imported("recruitment-applications", sheet.replace("submitted", "appointed"));
        assertThat(desk.registry().reasons(job)).contains("recruitment.application-differs");
    }

    /** R8: one person has one standing application in a campaign, also when two offices take one at once. */
    @Test
    void nobodyAppliesTwiceInOneCampaign() throws Exception {
        try (ExecutorService offices = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = List.of(
                    offices.submit(() -> desk.apply(campaign, 42)), offices.submit(() -> desk.apply(campaign, 42)));
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(201, 409);
        }
        assertThat(desk.apply(campaign, 42).code()).isEqualTo("recruitment.applied-already");
        JsonNode held = desk.hr().get(LIST + "?campaign=" + campaign).json().path("items");
        assertThat(held).hasSize(1);
        UUID id = UUID.fromString(held.path(0).path("id").asString());
        ok(desk.act(desk.officer(), APPLICATIONS + id, "withdrawals", Map.of()));
        assertThat(desk.act(desk.officer(), APPLICATIONS + id, "withdrawals", Map.of())
                        .code())
                .isEqualTo("recruitment.application-state");
        String key = UUID.randomUUID().toString();
        Map<String, Object> again = desk.application(campaign, 42);
        UUID second = created(desk.hr().post(LIST, again, key));
        assertThat(desk.hr().post(LIST, again, key).id())
                .as("the same request again")
                .isEqualTo(second);
    }

    /** R8: applications are taken in the published window only, and with all that was read right. */
    @Test
    void applicationsOutsideTheWindowOrWithWrongNumbersAreRefused() {
        UUID draft =
                created(desk.hr().post("/v1/recruitment-campaigns", desk.campaign("T01", List.of(position(line)))));
        assertThat(desk.apply(draft, 43).code()).isEqualTo("recruitment.state");
        String tomorrow = today().plusDays(1).toString();
        UUID soon = desk.published("T01", List.of(position(line)), "applyFrom", tomorrow, "applyUntil", tomorrow);
        assertThat(desk.apply(soon, 43).code()).isEqualTo("recruitment.applications-not-open");
        assertThat(desk.apply(campaign, 43, "nationalId", "999999198005170439").body())
                .contains("/nationalId", "invalid-check-digit");
        assertThat(desk.apply(campaign, 43, "birthDate", tomorrow, "education", "phd", "grounds", List.of("veteran"))
                        .body())
                .contains("/birthDate", "out-of-range", "/education", "unknown-value", "/grounds/0");
        assertThat(desk.apply(campaign, 43, "positionId", UUID.randomUUID()).code())
                .isEqualTo("recruitment.position-unknown");
        assertThat(desk.apply(campaign, 43, "campaignId", UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    /** R8: the eligibility decision lists every condition of the position, met or not, in the reader's words. */
    @Test
    void theDecisionListsEveryConditionMetOrNot() {
        UUID strict = desk.published(
                "T01",
                List.of(position(
                        line, "maxAge", 35, "minEducation", "master", "minTitle", "junior", "licenceRequired", true)));
        UUID id = created(desk.apply(strict, 44, "grounds", List.of("rural-order")));
        assertThat(desk.decide(id, true, List.of("grassroots-graduate")).body())
                .as("a ground that was not claimed")
                .contains("/grounds/0", "unknown-value");
        JsonNode judged = ok(desk.decide(id, true, List.of("rural-order"))).json();
        assertThat(judged.path("state").asString()).isEqualTo("ineligible");
        assertThat(judged.path("decision").path("conditions"))
                .extracting(one ->
                        one.path("rule").asString() + "=" + one.path("met").asBoolean())
                .containsExactly(
                        "documents=true",
                        "age=false",
                        "education=false",
                        "title=true",
                        "specialty=true",
                        "licence=false");
        assertThat(new TestApi(port)
                        .as(desk.officer())
                        .inLanguage("zh")
                        .get(APPLICATIONS + id)
                        .body())
                .contains("学历：要求 ≥ 硕士研究生，实际 本科", "材料：要求 齐全，实际 齐全", "年龄：要求 ≤ 35");
        assertThat(desk.score(id, 80, 80).code()).isEqualTo("recruitment.application-state");
        UUID open = created(desk.apply(campaign, 45));
        assertThat(ok(desk.decide(open, false, List.of())).json().path("state").asString())
                .isEqualTo("ineligible");
        assertThat(ok(desk.decide(open, true, List.of())).json().path("state").asString())
                .as("papers that were handed in later")
                .isEqualTo("eligible");
        String stale = "\"1\"";
        Map<String, Object> body = Map.of("documentsInOrder", true);
        assertThat(desk.act(desk.officer(), APPLICATIONS + open, "eligibility-decisions", body, stale)
                        .status())
                .isEqualTo(412);
    }

    /** R8: a score is an exact decimal from 0 to 100 with two digits; a part that is not held has none. */
    @Test
    void scoresAreExactAndInRange() {
        UUID id = desk.eligible(campaign, 46);
        JsonNode scored = ok(desk.score(id, 88.15, 90)).json();
        assertThat(scored.path("paper").asString()).isEqualTo("88.15");
        assertThat(desk.score(id, 100.01, -0.5).body()).contains("/paper", "/interview", "out-of-range");
        assertThat(desk.score(id, 88.155, 1).body()).contains("/paper", "too-precise");
        String path = APPLICATIONS + id + "/scores";
        assertThat(desk.hr().put(path, Map.of("paper", 1), "\"1\"").status()).isEqualTo(412);
        assertThat(desk.hr().put(path, Map.of("paper", 1), null).status()).isEqualTo(428);
        UUID oral = desk.published("T01", List.of(position(line)), "paperWeight", 0, "interviewWeight", 1);
        assertThat(desk.score(desk.eligible(oral, 46), 80, 80).body()).contains("/paper", "recruitment.part-not-held");
        assertThat(desk.registry()
                        .as(Role.REGISTRAR, "*")
                        .put(path, Map.of(), "\"3\"")
                        .status())
                .isEqualTo(403);
    }

    private Answer enter(List<Map<String, Object>> rows) {
        return desk.act(desk.caller(Role.EVALUATOR), CAMPAIGNS + campaign, "score-sheets", Map.of("rows", rows));
    }

    private static Map<String, Object> row(UUID application, String part, Object score) {
        return Map.of("applicationId", application, "part", part, "score", score);
    }

    /** R8: many scores in one request: all of them or none, with a pointer for each wrong row. */
    @Test
    void aListOfScoresIsTakenWholeOrNotAtAll() {
        List<UUID> people = IntStream.range(50, 56)
                .mapToObj(number -> desk.eligible(campaign, number))
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (UUID person : people) {
            rows.add(row(person, "paper", new BigDecimal("71.25")));
            rows.add(row(person, "interview", 82));
        }
        List<Map<String, Object>> wrong = new ArrayList<>(rows);
        wrong.set(3, row(people.get(1), "interview", 100.5));
        wrong.set(4, row(UUID.randomUUID(), "paper", 50));
        wrong.set(7, row(people.get(0), "paper", 50));
        wrong.set(8, row(created(desk.apply(campaign, 60)), "oral", 50));
        Answer refused = enter(wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/rows/3/score", "/rows/4/applicationId", "/rows/7/part", "/rows/8/part")
                .contains("/rows/8/applicationId")
                .doesNotContain("/rows/0/");
        assertThat(desk.hr()
                        .get(APPLICATIONS + people.get(0))
                        .json()
                        .path("paper")
                        .isNull())
                .as("nothing was taken")
                .isTrue();
        assertThat(ok(enter(rows)).json().path("taken").asInt()).isEqualTo(12);
        Answer scored = desk.hr().get(APPLICATIONS + people.get(5));
        assertThat(scored.body()).contains("\"paper\":71.25", "\"interview\":82.00");
        ok(enter(rows));
        assertThat(desk.hr()
                        .get(APPLICATIONS + people.get(5))
                        .json()
                        .path("version")
                        .asInt())
                .as("the same scores again change nothing")
                .isEqualTo(scored.json().path("version").asInt());
        assertThat(enter(List.of()).body()).contains("/rows", "required");
        assertThat(desk.act(desk.officer(), CAMPAIGNS + campaign, "score-sheets", Map.of("rows", rows), "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    /** R8: candidates are seen by the holder of the campaign and the office of their position, by nobody else. */
    @Test
    void officesSeeTheirOwnCandidates() {
        UUID there = desk.line("T02", 1);
        UUID joint = desk.published("T01", List.of(position(line), position(there)));
        UUID here = created(desk.apply(joint, 47));
        UUID theirs = created(desk.apply(joint, 48, "positionId", desk.position(joint, 1)));
        TestApi other = desk.registry().as(Role.HR_OFFICER, "T02");
        assertThat(other.get(LIST).json().path("items"))
                .extracting(item -> item.path("id").asString())
                .containsExactly(theirs.toString());
        assertThat(other.get(APPLICATIONS + here).status()).isEqualTo(404);
        Map<String, Object> body = Map.of("documentsInOrder", true);
        assertThat(desk.act(desk.caller(Role.HR_OFFICER, "T02"), APPLICATIONS + here, "eligibility-decisions", body)
                        .status())
                .isEqualTo(404);
        ok(desk.act(desk.caller(Role.HR_OFFICER, "T02"), APPLICATIONS + theirs, "eligibility-decisions", body));
        assertThat(other.post(LIST, desk.application(joint, 49)).code()).isEqualTo("recruitment.position-unknown");
        JsonNode page = desk.hr().get(LIST + "?campaign=" + joint + "&limit=1").json();
        assertThat(page.path("items"))
                .extracting(item -> item.path("name").asString())
                .containsExactly("候选人047");
        assertThat(desk.hr()
                        .get(LIST + "?campaign=" + joint + "&limit=1&after="
                                + page.path("next").asString())
                        .json()
                        .path("items"))
                .extracting(item -> item.path("name").asString())
                .containsExactly("候选人048");
        assertThat(desk.hr()
                        .get(LIST + "?q=候选人048".replace("候选人", "%E5%80%99%E9%80%89%E4%BA%BA"))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(desk.hr().get(LIST + "?state=eligible").json().path("items")).hasSize(1);
    }
}
