package org.yilianti.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** What campaigns refuse, and what the policy changes (I3). */
@ServiceTest
class CampaignRefusalTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @LocalServerPort
    int port;

    private CampaignYear year;

    @BeforeEach
    void anAssociationOfItsOwn() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
    }

    private List<String> errors(Map<String, Object> order) {
        Answer refused = year.maker().post("/v1/evaluation-campaigns", order);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private Map<String, Object> order(String field, Object value) {
        Map<String, Object> order = new HashMap<>(year.order("", "1"));
        order.put(field, value);
        return order;
    }

    @Test
    void weightsSumToExactlyOneAndAllThatIsWrongIsNamedAtOnce() {
        assertThat(errors(year.order("", "0.9999"))).containsExactly("campaign.weights-differ");
        assertThat(errors(year.order("0.0000001", "0.9999999")))
                .containsExactly("campaign.weight-invalid", "campaign.weight-invalid");
        assertThat(errors(year.order("0", "1"))).containsExactly("campaign.weight-invalid");
        Map<String, Object> wrong = order("periodTo", "2025-12-31");
        wrong.put("questionSetId", year.questions());
        wrong.put(
                "components",
                List.of(Map.of("kind", "panel", "weight", "0.5"), Map.of("kind", "panel", "weight", "0.4")));
        wrong.put("subjects", List.of(Map.of("institutionId", year.one), Map.of("institutionId", year.one)));
        wrong.put("name", "Drug revenue of the year");
        assertThat(errors(wrong))
                .containsExactly(
                        "campaign.period-invalid",
                        "campaign.component-repeated",
                        "campaign.weights-differ",
                        "campaign.questions-without-survey",
                        "campaign.subject-repeated",
                        "campaign.income-judged");
    }

    @Test
    void daysThatNoDatabaseKeepsAreRefused() {
        Map<String, Object> never = order("periodFrom", "+999999999-12-31");
        never.put("periodTo", "+999999999-12-31");
        assertThat(errors(never)).containsExactly("campaign.period-invalid");
        assertThat(errors(order("periodFrom", "1999-12-31"))).containsExactly("campaign.period-invalid");
    }

    @Test
    void subjectsAreKnownAndOfTheLevel() {
        assertThat(errors(order("subjects", List.of(Map.of("institutionId", Ids.next())))))
                .containsExactly("campaign.subject-unknown");
        Map<String, Object> persons = order("level", "person");
        assertThat(errors(persons)).hasSize(2);
        persons.put("subjects", List.of(Map.of("institutionId", year.one, "staffNo", "nobody")));
        assertThat(errors(persons)).containsExactly("campaign.subject-unknown");
        Map<String, Object> departments = order("level", "department");
        departments.put("subjects", List.of(Map.of("institutionId", year.one, "department", "D1")));
        assertThat(errors(departments)).containsExactly("campaign.subject-unknown");
        assertThat(errors(order("level", "association"))).containsExactly("campaign.association-is-subject");
        assertThat(errors(order("subjects", List.of()))).containsExactly("campaign.nothing-to-judge");
    }

    /** I3: the association as a whole, and an institution's own departments. */
    @Test
    void everyLevelIsJudgedByWhoeverAnswersForIt() {
        Map<String, Object> whole = order("level", "association");
        whole.put("subjects", List.of());
        String campaign = year.drafted(whole);
        assertThat(year.who("local", Role.EVALUATOR, "H1").get(campaign).status())
                .isEqualTo(404);
        assertThat(year.who("local", Role.EVALUATOR, "H1")
                        .post("/v1/evaluation-campaigns", whole)
                        .status())
                .isEqualTo(403);
        Map<String, Object> departments = order("level", "department");
        departments.put(
                "subjects", List.of(Map.of("institutionId", year.one, "department", "D1", "departmentName", "内科")));
        Answer own = year.who("local", Role.EVALUATOR, "H1").post("/v1/evaluation-campaigns", departments);
        assertThat(own.status()).as(own.body()).isEqualTo(201);
        assertThat(own.body()).contains(year.code("H1") + "/D1");
        JsonNode found = year.maker()
                .get("/v1/evaluation-campaigns?level=department&status=draft")
                .json()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(year.maker().get("/v1/evaluation-campaigns?level=ward").status())
                .isEqualTo(400);
        assertThat(year.maker()
                        .get("/v1/evaluation-campaigns?limit=1")
                        .json()
                        .path("next")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void aDraftIsRevisedByWhoeverReadItsNewestVersionUntilItIsOpened() {
        String campaign = year.drafted(year.order("", "1"));
        Map<String, Object> other = year.order("0.5", "0.5");
        assertThat(year.maker().put(campaign, other, "\"7\"").status()).isEqualTo(412);
        assertThat(year.maker().put(campaign, other, null).status()).isEqualTo(428);
        Answer revised = year.maker().put(campaign, other, "\"1\"");
        assertThat(revised.json().path("components").size()).isEqualTo(2);
        assertThat(year.who("local", Role.EVALUATOR, "H1")
                        .put(campaign, other, "\"2\"")
                        .status())
                .isEqualTo(403);
        year.done(year.maker(), campaign, "openings");
        assertThat(year.maker().put(campaign, other, "\"3\"").code()).isEqualTo("campaign.state");
        assertThat(year.step(year.maker(), campaign, "openings").code()).isEqualTo("campaign.state");
        assertThat(year.maker()
                        .get(campaign)
                        .json()
                        .path("rules")
                        .path("leastPanel")
                        .asInt())
                .as("the rules it was opened by")
                .isEqualTo(3);
    }

    /** I3: conflicts of interest, when named and when judging. */
    @Test
    void nobodyIsNamedForWhatTheyMustNotJudgeAndNobodyTwice() {
        year.member("local", year.one);
        year.member("guest", year.two);
        String campaign = year.drafted(year.order("0.2", "0.4", "0.4"));
        Answer conflict = year.name(campaign, "panel", "local", "H1");
        assertThat(conflict.code()).isEqualTo("campaign.conflict-own-institution");
        assertThat(conflict.body()).contains("evaluation-campaigns");
        assertThat(year.name(campaign, "self", "guest", "H1").code()).isEqualTo("campaign.conflict-from-elsewhere");
        assertThat(year.name(campaign, "panel", "guest", "H1").status()).isEqualTo(201);
        assertThat(year.name(campaign, "panel", "guest", "H1").code()).isEqualTo("campaign.rater-repeated");
        assertThat(year.name(campaign, "sector", "guest", "H1").code())
                .as("nor in another component")
                .isEqualTo("campaign.rater-repeated");
        assertThat(year.name(campaign, "panel", "guest", "H9").code()).isEqualTo("campaign.subject-unknown");
        String panelOnly = year.drafted(year.order("", "1"));
        assertThat(year.name(panelOnly, "sector", "finance", "H1").code()).isEqualTo("campaign.no-raters-for");
    }

    /** Whoever was named without a staff number is known by it when they sign in. */
    @Test
    void whoConcealsWhereTheyServeIsRefusedWhenTheyJudge() {
        year.member("local", year.one);
        String campaign = year.drafted(year.order("", "1"));
        String rating = year.maker()
                .post(
                        campaign + "/ratings",
                        Map.of(
                                "items",
                                List.of(Map.of("component", "panel", "rater", "local", "subject", year.code("H1")))))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(year.rate(year.staff("local"), rating, "90", "\"1\"").code())
                .as("not yet")
                .isEqualTo("campaign.state");
        year.done(year.maker(), campaign, "openings");
        assertThat(year.rate(year.staff("local"), rating, "90", "\"1\"").code())
                .isEqualTo("campaign.conflict-own-institution");
    }

    @Test
    void scoresAreZeroToAHundredAndChangeOnlyFromTheirNewestVersion() {
        year.member("ann", Ids.next());
        String campaign = year.drafted(year.order("", "1"));
        year.done(year.maker(), campaign, "openings");
        String rating = year.name(campaign, "panel", "ann", "H1")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        TestApi ann = year.staff("ann");
        for (String wrong : List.of("-1", "100.01", "50.001")) {
            assertThat(year.rate(ann, rating, wrong, "\"1\"").code()).isEqualTo("campaign.score-invalid");
        }
        assertThat(year.rate(ann, rating, "1e9", "\"1\"").status()).isEqualTo(422);
        assertThat(year.rate(ann, rating, "0", "\"1\"").status()).isEqualTo(200);
        assertThat(year.rate(ann, rating, "100", "\"1\"").status()).isEqualTo(412);
        assertThat(year.rate(ann, rating, "100", "\"2\"").json().path("score").asString())
                .isEqualTo("100");
        assertThat(year.rate(ann, rating, "100", null).status()).isEqualTo(428);
    }

    /** By standard an empty panel blocks, and everything that is missing is named. */
    @Test
    void anEmptyPanelAndASampleOfNobodyBlockTheClosing() {
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        Answer refused = year.step(year.maker(), campaign, "closings");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").size()).isEqualTo(4);
        assertThat(refused.body()).contains("Nobody judged " + year.code("H1"));
        assertThat(year.maker().get(campaign).json().path("status").asString()).isEqualTo("open");
        String survey = "/v1/surveys/" + campaign.substring(campaign.lastIndexOf('/') + 1);
        assertThat(year.maker().get(survey).json().path("open").asBoolean())
                .as("nothing is half done")
                .isTrue();
    }

    /** The policy in force when a campaign is opened leaves out what is missing, lets people judge their own house, and drops two. */
    @Test
    void thePolicyOfTheAssociationDecidesAndIsShownWithTheResult() {
        Map<String, Object> settings = Map.of(
                "dropFrom",
                5,
                "dropAtEachEnd",
                2,
                "leastPanel",
                1,
                "leastSample",
                30,
                "missing",
                "exclude",
                "ownInstitution",
                true,
                "daysToObject",
                7,
                "daysToDecide",
                20);
        Answer proposed = year.who("boss", Role.ASSOCIATION_ADMIN, "*")
                .post(
                        "/v1/policies/incentive/evaluation-campaigns/proposals",
                        Map.of("validFrom", "2020-01-01", "settings", settings, "reason", "agreed"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        year.who("vice", Role.ASSOCIATION_ADMIN, "*")
                .post("/v1/policies/incentive/proposals/" + proposed.id() + "/approvals", Map.of());
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        for (String points : List.of("10", "70", "76", "80", "100")) {
            year.member("E" + points, year.one);
            year.judged(campaign, "panel", "E" + points, "H1", points);
            year.judged(campaign, "panel", "E" + points, "H2", points);
        }
        year.done(year.maker(), campaign, "closings");
        JsonNode result =
                year.second().get(campaign + "/results").json().path("items").path(0);
        assertThat(result.path("score").asString()).as("the middle one").isEqualTo("76");
        JsonNode survey = result.path("parts").path(1);
        assertThat(survey.path("component").asString()).isEqualTo("survey");
        assertThat(survey.path("missing").asString()).isEqualTo("exclude");
        assertThat(survey.path("explanation").asString()).isEqualTo("Nobody gave a score or an answer.");
    }
}
