package org.yilianti.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** Campaigns from draft to pay (I3). */
@ServiceTest
class CampaignJourneyTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private CampaignYear year;

    @BeforeEach
    void anAssociationOfItsOwn() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
    }

    private static JsonNode first(JsonNode items, String field, String value) {
        return items.valueStream()
                .filter(one -> one.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode result(TestApi who, String campaign, String subject) {
        Answer answer = who.get(campaign + "/results");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return first(answer.json().path("items"), "subject", year.code(subject));
    }

    /**
     * I3, by hand: of H1 self 95 × 0.1, panel 60 80 85 90 100 without its extremes 85 × 0.4, sectors (80 + 75) ÷ 2 × 0.2, survey 36 of 40
     * yes 90 × 0.3: 9.5 + 34 + 15.5 + 27 = 86.
     */
    @Test
    void selfExpertsSectorsAndThePeopleServedJudgeAndEveryPartIsShown() {
        String campaign = year.drafted(year.order("0.1", "0.4", "0.2", "0.3"));
        year.done(year.maker(), campaign, "openings");
        for (String subject : List.of("H1", "H2")) {
            year.member("head-" + subject, subject.equals("H1") ? year.one : year.two);
            year.judged(campaign, "self", "head-" + subject, subject, "95");
            year.judged(campaign, "sector", "finance", subject, "80");
            year.judged(campaign, "sector", "civil-affairs", subject, "75");
            for (String points : List.of("85", "60", "100", "80", "90")) {
                year.member("E" + points, Ids.next());
                year.judged(campaign, "panel", "E" + points, subject, points);
            }
        }
        year.surveyed(campaign, "H1", 36);
        year.surveyed(campaign, "H2", 20);
        year.done(year.maker(), campaign, "closings");

        JsonNode h1 = result(year.second(), campaign, "H1");
        assertThat(h1.path("score").asString()).isEqualTo("86");
        JsonNode panel = first(h1.path("parts"), "component", "panel");
        assertThat(panel.path("score").asString()).isEqualTo("85");
        assertThat(panel.path("dropped").asInt()).isEqualTo(2);
        assertThat(panel.path("range").asString()).isEqualTo("40");
        assertThat(panel.path("deviation").asString()).isEqualTo("14.832397");
        assertThat(panel.path("explanation").asString()).isEqualTo("Of 5 scores the 2 most extreme do not count.");
        JsonNode part = first(h1.path("parts"), "component", "survey");
        assertThat(part.path("low").asString()).isEqualTo("76.9482");
        JsonNode rate = first(h1.path("rates"), "topic", "satisfaction");
        assertThat(rate.path("rate").asString()).isEqualTo("0.9");
        assertThat(rate.path("method").asString()).isEqualTo("wilson");
        assertThat(result(year.second(), campaign, "H2").path("score").asString())
                .isEqualTo("74");
        assertThat(result(year.second().inLanguage("zh"), campaign, "H1").toString())
                .contains("共 5 个评分，其中 2 个极端值不计入。");
    }

    /** I3: blind. */
    @Test
    void whoeverJudgesSeesTheirOwnScoresAloneUntilTheClosing() {
        String campaign = year.drafted(year.order("", "1"));
        year.done(year.maker(), campaign, "openings");
        for (String expert : List.of("ann", "bob", "cyd")) {
            year.member(expert, Ids.next());
            year.judged(campaign, "panel", expert, "H1", "81.25");
            year.judged(campaign, "panel", expert, "H2", "60");
        }
        JsonNode own = year.staff("ann").get("/v1/my/campaign-ratings").json().path("items");
        assertThat(own.size()).isEqualTo(2);
        assertThat(own.toString()).contains("81.25");
        Answer progress = year.maker().get(campaign + "/ratings");
        assertThat(progress.json().path("items").size()).isEqualTo(6);
        assertThat(progress.body()).contains("\"given\":true").doesNotContain("81.25");
        assertThat(year.maker().get(campaign + "/results").code()).isEqualTo("campaign.not-published");
        assertThat(year.who("auditor", Role.AUDITOR, "*")
                        .get("/v1/audit-entries/incentive?limit=200")
                        .body())
                .contains("campaign.rated")
                .doesNotContain("81.25");
        String rating = own.path(0).path("id").asString();
        assertThat(year.rate(year.staff("bob"), rating, "1", "\"2\"").status())
                .as("somebody else's")
                .isEqualTo(404);

        year.done(year.maker(), campaign, "closings");
        assertThat(year.rate(year.staff("ann"), rating, "1", "\"2\"").code()).isEqualTo("campaign.state");
        assertThat(result(year.maker(), campaign, "H1").path("score").asString())
                .isEqualTo("81.25");
    }

    /** I3: review by a second person, publication, objection, corrected edition, final. */
    @Test
    void aSecondPersonReviewsAndAnUpheldObjectionMakesAnotherEdition() {
        String campaign = year.published();
        TestApi office = year.who("office", Role.HR_OFFICER, "H1");
        Map<String, Object> claim =
                Map.of("subject", year.code("H1"), "component", "panel", "text", "t", "evidence", "e");
        Answer lodged = office.post(campaign + "/objections", claim);
        assertThat(lodged.status()).as(lodged.body()).isEqualTo(201);
        assertThat(office.post(campaign + "/objections", claim).code()).isEqualTo("campaign.objection-open-already");
        assertThat(year.who("other", Role.HR_OFFICER, "H2")
                        .post(campaign + "/objections", claim)
                        .status())
                .as("another institution's")
                .isEqualTo(404);
        assertThat(year.step(year.maker(), campaign, "finalisations").code()).isEqualTo("campaign.objections-possible");

        String decisions = "/v1/campaign-objections/" + lodged.id() + "/decisions";
        Map<String, Object> upheld = Map.of("upheld", true, "rightScore", "90", "reason", "evidence holds");
        assertThat(year.maker().post(decisions, upheld).code()).isEqualTo("campaign.decider-involved");
        assertThat(year.second().post(decisions, upheld).code()).isEqualTo("campaign.decider-involved");
        assertThat(year.who("office", Role.EVALUATOR, "*")
                        .post(decisions, upheld)
                        .code())
                .isEqualTo("campaign.decider-lodged");
        assertThat(year.who("E1", Role.EVALUATOR, "*").post(decisions, upheld).code())
                .isEqualTo("campaign.decider-rated");
        TestApi third = year.who("third", Role.EVALUATOR, "*");
        assertThat(third.post(decisions, Map.of("upheld", true, "reason", "r")).code())
                .isEqualTo("campaign.right-score");
        assertThat(third.post(decisions, upheld).json().path("status").asString())
                .isEqualTo("upheld");
        assertThat(third.post(decisions, upheld).code()).isEqualTo("campaign.objection-decided");

        assertThat(result(office, campaign, "H1").path("score").asString()).isEqualTo("90");
        JsonNode before = office.get(campaign + "/results?edition=1").json().path("items");
        assertThat(before.path(0).path("score").asString())
                .as("what was published stays")
                .isEqualTo("85");
        assertThat(before.size()).as("of one's own institution").isEqualTo(1);
        assertThat(result(year.maker(), campaign, "H2").path("score").asString())
                .isEqualTo("70");
        assertThat(office.get(campaign + "/results?edition=3").status()).isEqualTo(404);
    }

    @Test
    void whoeverMadeOrJudgedACampaignDoesNotReviewItNorDoesWhoReadAnOldVersion() {
        String campaign = year.drafted(year.order("", "1"));
        year.done(year.maker(), campaign, "openings");
        for (String expert : List.of("ann", "bob", "cyd")) {
            year.member(expert, Ids.next());
            year.judged(campaign, "panel", expert, "H1", "80");
            year.judged(campaign, "panel", expert, "H2", "60");
        }
        year.done(year.second(), campaign, "closings");
        assertThat(year.step(year.maker(), campaign, "reviews").code()).isEqualTo("campaign.reviewer-is-maker");
        assertThat(year.step(year.second(), campaign, "reviews").code()).isEqualTo("campaign.reviewer-is-maker");
        assertThat(year.step(year.who("ann", Role.EVALUATOR, "*"), campaign, "reviews")
                        .code())
                .isEqualTo("campaign.reviewer-rated");
        TestApi third = year.who("third", Role.EVALUATOR, "*");
        assertThat(third.post(campaign + "/reviews", Map.of("version", 1, "approved", true))
                        .status())
                .isEqualTo(412);
        long version = year.version(campaign);
        assertThat(third.post(campaign + "/reviews", Map.of("version", version, "approved", false))
                        .code())
                .isEqualTo("campaign.reason-missing");
        assertThat(year.step(third, campaign, "publications").code()).isEqualTo("campaign.state");

        Answer back = third.post(
                campaign + "/reviews", Map.of("version", version, "approved", false, "reason", "ask more experts"));
        assertThat(back.json().path("status").asString()).isEqualTo("open");
        assertThat(back.body()).contains("ask more experts");
        assertThat(third.get(campaign + "/results").code()).as("blind again").isEqualTo("campaign.not-published");
        year.member("dan", Ids.next());
        year.judged(campaign, "panel", "dan", "H1", "100");
        year.done(year.second(), campaign, "closings");
        assertThat(result(third, campaign, "H1").path("score").asString()).isEqualTo("85");
        year.done(third, campaign, "reviews");
        assertThat(year.step(third, campaign, "reviews").code()).isEqualTo("campaign.state");
    }

    @Test
    void resultsAreSeenByEachInstitutionOnceTheyArePublishedAndByNobodyElse() {
        String campaign = year.drafted(year.order("", "1"));
        year.done(year.maker(), campaign, "openings");
        for (String expert : List.of("ann", "bob", "cyd")) {
            year.member(expert, Ids.next());
            year.judged(campaign, "panel", expert, "H1", "80");
            year.judged(campaign, "panel", expert, "H2", "60");
        }
        year.done(year.maker(), campaign, "closings");
        TestApi local = year.who("local", Role.EVALUATOR, "H1");
        assertThat(local.get(campaign + "/results").code()).isEqualTo("campaign.not-published");
        year.done(year.second(), campaign, "reviews");
        year.done(year.second(), campaign, "publications");
        assertThat(local.get(campaign + "/results").body())
                .contains(year.code("H1"))
                .doesNotContain(year.code("H2"));
        Answer file = local.get(campaign + "/results/export");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body().lines())
                .hasSize(2)
                .element(1)
                .isEqualTo(year.code("H1") + ",1,80,panel,1,80,3,0,80,80,0,too-few-to-drop,");
        assertThat(local.get(campaign).body()).doesNotContain(year.code("H2"));
        assertThat(year.who("stranger", Role.EVALUATOR, "H9").get(campaign).status())
                .isEqualTo(404);
        assertThat(local.post(campaign + "/finalisations", Map.of()).status()).isEqualTo(403);
        assertThat(year.staff("ann").get(campaign + "/results").status()).isEqualTo(403);
    }

    /** I3 meets I2: judgement becomes a measure, and that moves the score of the month. */
    @Test
    void theScoresOfAFinalCampaignBecomeMeasuresOfAnEvaluation() {
        String campaign = year.published();
        UUID evaluation = evaluation();
        String address = "/v1/evaluations/" + evaluation + "/campaign-measures";
        Map<String, Object> order =
                Map.of("campaignId", campaign.substring(campaign.lastIndexOf('/') + 1), "indicator", "judged");
        assertThat(year.maker().put(address, order, "\"1\"").code())
                .as("contested scores pay nobody")
                .isEqualTo("campaign.state");
        afterTheObjections(campaign);
        year.done(year.maker(), campaign, "finalisations");
        assertThat(year.maker().put(address, order, "\"9\"").status()).isEqualTo(412);
        assertThat(year.maker().put(address, order, null).status()).isEqualTo(428);
        Answer entered = year.maker().put(address, order, "\"1\"");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(entered.header("ETag")).isEqualTo("\"2\"");
        JsonNode closed = year.maker()
                .post("/v1/evaluations/" + evaluation + "/closings", Map.of())
                .json();
        assertThat(first(closed.path("scores"), "institutionCode", year.code("H1"))
                        .path("score")
                        .asString())
                .as("85 of a target of 100")
                .isEqualTo("0.85");
        assertThat(year.step(year.maker(), campaign, "finalisations").code()).isEqualTo("campaign.state");
    }

    /** I3: whoever rewards by results (I10) hears that they are published, as the contract says. */
    @Test
    void everyStepIsAnnouncedWithoutScores() {
        String campaign = year.published();
        UUID id = UUID.fromString(campaign.substring(campaign.lastIndexOf('/') + 1));
        int steps = year.maker().get(campaign).json().path("steps").size();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events.bodies("incentive.evaluation-campaigns", id).size() == steps);
        List<String> bodies = events.bodies("incentive.evaluation-campaigns", id);
        assertThat(bodies).allSatisfy(body -> {
            EventContract.assertValid("incentive.evaluation-campaign-changed.v1", body);
            assertThat(body).doesNotContain("score");
        });
        assertThat(bodies.getLast()).contains("\"published\"");
    }

    /** The same request sent twice is done once (G5). */
    @Test
    void aRepeatedRequestMakesOneCampaign() {
        Map<String, Object> order = year.order("", "1");
        Answer first = year.maker().post("/v1/evaluation-campaigns", order, "key-1-" + year.code("x"));
        Answer again = year.maker().post("/v1/evaluation-campaigns", order, "key-1-" + year.code("x"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(year.maker()
                        .get("/v1/evaluation-campaigns")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private void afterTheObjections(String campaign) {
        jdbc.sql("update campaign set objections_until = objections_until - interval 30 day where id = ?")
                .param(Ids.bytes(UUID.fromString(campaign.substring(campaign.lastIndexOf('/') + 1))))
                .update();
    }

    private UUID evaluation() {
        UUID scheme = year.maker()
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                "judged",
                                "indicators",
                                List.of(Map.of(
                                        "code", "judged", "name", "judged", "weight", "1", "target", "100", "scoring",
                                        "ratio"))))
                .id();
        year.second().post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        return year.maker()
                .post(
                        "/v1/evaluations",
                        Map.of("schemeId", scheme, "month", "2026-10", "institutionIds", List.of(year.one, year.two)))
                .id();
    }

    /** I3: level person; nobody but the person, or their institution, objects, and the scores become quality. */
    @Test
    void personsAreJudgedObjectForThemselvesAndTheirScoresBecomeTheirQuality() {
        String campaign = year.judgedPerson();
        JsonNode own = year.staff("doc").get("/v1/my/campaign-results").json().path("items");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.path(0).path("result").path("score").asString()).isEqualTo("85.9975");
        assertThat(own.path(0).path("result").path("parts").size()).isEqualTo(2);
        assertThat(year.staff("ann")
                        .get("/v1/my/campaign-results")
                        .json()
                        .path("items")
                        .size())
                .as("about others nothing is told")
                .isZero();
        Map<String, Object> claim =
                Map.of("subject", year.code("doc"), "component", "panel", "text", "t", "evidence", "e");
        assertThat(year.staff("ann").post(campaign + "/objections", claim).status())
                .isEqualTo(404);
        Answer lodged = year.staff("doc").post(campaign + "/objections", claim);
        assertThat(lodged.status()).as(lodged.body()).isEqualTo(201);
        assertThat(year.staff("doc")
                        .get("/v1/campaign-objections/" + lodged.id())
                        .status())
                .isEqualTo(200);
        afterTheObjections(campaign);
        assertThat(year.step(year.maker(), campaign, "finalisations").code()).isEqualTo("campaign.objections-open");
        year.who("third", Role.EVALUATOR, "*")
                .post(
                        "/v1/campaign-objections/" + lodged.id() + "/decisions",
                        Map.of("upheld", false, "reason", "no ground"));
        assertThat(year.staff("doc").post(campaign + "/objections", claim).code())
                .isEqualTo("campaign.objection-too-late");
        year.done(year.maker(), campaign, "finalisations");
        String id = campaign.substring(campaign.lastIndexOf('/') + 1);
        String address = "/v1/evaluations/" + evaluation() + "/campaign-measures";
        assertThat(year.maker()
                        .put(address, Map.of("campaignId", id, "indicator", "judged"), "\"1\"")
                        .code())
                .isEqualTo("campaign.indicator-of-persons");
        assertThat(year.maker().put(address, Map.of("campaignId", id), "\"1\"").status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select quality from evaluation_quality where staff_no = ?")
                        .param(year.code("doc"))
                        .query(BigDecimal.class)
                        .single())
                .as("0.25 × 100 + 0.75 × 81.33 = 85.9975")
                .isEqualByComparingTo("0.86");
    }
}
