package org.yilianti.incentive.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** The link that a token is handed out with (I3: anonymous answers, each token once). */
@ServiceTest
class SurveyLinkTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private CampaignYear year;
    private UUID id;
    private String link;

    @BeforeEach
    void aTokenOfAnOpenSurvey() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        id = UUID.fromString(campaign.substring(campaign.lastIndexOf('/') + 1));
        link = "/v1/survey-links/"
                + year.maker()
                        .put(
                                "/v1/surveys/" + id + "/token-batches/a",
                                Map.of("subject", year.code("H1"), "count", 1),
                                null)
                        .json()
                        .path("tokens")
                        .path(0)
                        .asString();
    }

    private TestApi anybody() {
        return new TestApi(port);
    }

    private Answer answer(Object value) {
        return anybody().put(link, Map.of("answers", Map.of("q", value)), null);
    }

    private List<Integer> answers() {
        return jdbc.sql("select value from survey_answer where survey_id = ?")
                .param(Ids.bytes(id))
                .query(Integer.class)
                .list();
    }

    @Test
    void whoeverHoldsATokenIsAskedAndAnswersOnceWithoutSigningIn() {
        Answer asked = anybody().get(link);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Cache-Control")).contains("no-store");
        assertThat(asked.json().path("open").asBoolean()).isTrue();
        assertThat(asked.json().path("answered").asBoolean()).isFalse();
        JsonNode question = asked.json().path("questions").path(0);
        assertThat(question.path("code").asString()).isEqualTo("q");
        assertThat(question.path("kind").asString()).isEqualTo("yes-no");
        assertThat(answer(1).status()).isEqualTo(204);
        assertThat(anybody().get(link).json().path("answered").asBoolean()).isTrue();
        assertThat(answer(0).code()).isEqualTo("survey.token-used");
        assertThat(answers()).containsExactly(1);
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesTheTokenAsItWas() {
        assertThat(answer(7).json().path("errors").path(0).path("code").asString())
                .isEqualTo("survey.answer-invalid");
        assertThat(anybody().put(link, Map.of(), null).status()).isEqualTo(422);
        assertThat(anybody().put(link, "{", null).status()).isEqualTo(400);
        assertThat(answer("many").status()).isEqualTo(400);
        String other = link.substring(0, link.length() - 4) + "AAAA";
        Answer unknown = anybody().inLanguage("zh").get(other);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("survey.token-unknown");
        assertThat(unknown.header("Content-Type")).contains("application/problem+json");
        assertThat(unknown.body()).containsPattern("[\\u4e00-\\u9fff]");
        assertThat(anybody().get("/v1/survey-links/short").status()).isEqualTo(404);
        assertThat(answers()).isEmpty();
        assertThat(answer(0).status()).isEqualTo(204);
    }

    @Test
    void aSurveyThatHasEndedSaysSoAndTakesNothing() {
        jdbc.sql("update survey set open = false where id = ?")
                .param(Ids.bytes(id))
                .update();
        assertThat(anybody().get(link).json().path("open").asBoolean()).isFalse();
        assertThat(answer(1).code()).isEqualTo("survey.closed");
        assertThat(answers()).isEmpty();
    }

    /** I3: anonymous, on this way too. */
    @Test
    void nothingIsWrittenOfWhoAnsweredByALink() {
        answer(1);
        assertThat(year.who("auditor", Role.AUDITOR, "*")
                        .get("/v1/audit-entries/incentive?limit=200")
                        .body())
                .doesNotContain("answered", link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void nothingElseIsOpenToThoseWhoAreNotSignedIn() {
        assertThat(anybody().get("/v1/surveys/" + id).status()).isEqualTo(401);
        assertThat(anybody().get("/v1/survey-links").status()).isEqualTo(401);
        assertThat(anybody().get(link + "/answers").status()).isEqualTo(401);
        assertThat(anybody().post(link, Map.of("answers", Map.of("q", 1))).status())
                .isEqualTo(401);
    }
}
