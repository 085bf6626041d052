package org.yilianti.incentive.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** Surveys over HTTP (I3: anonymous answers, duplicates refused, response counted). */
@ServiceTest
class SurveyApiTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private CampaignYear year;
    private String survey;
    private UUID id;

    @BeforeEach
    void anOpenSurvey() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        id = UUID.fromString(campaign.substring(campaign.lastIndexOf('/') + 1));
        survey = "/v1/surveys/" + id;
    }

    private List<String> tokens(String batch, int count) {
        Answer made = year.maker()
                .put(survey + "/token-batches/" + batch, Map.of("subject", year.code("H1"), "count", count), null);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("tokens").valueStream().map(JsonNode::asString).toList();
    }

    private TestApi form() {
        return year.who("web-form", Role.INTEGRATION, "H1");
    }

    private static Map<String, Object> reply(String token, int value) {
        return Map.of("token", token, "answers", Map.of("q", value));
    }

    private long answers() {
        return jdbc.sql("select count(distinct id) from survey_answer where survey_id = ?")
                .param(Ids.bytes(id))
                .query(Long.class)
                .single();
    }

    @Test
    void aTokenAnswersOnceAndARepeatedAnswerChangesNothing() {
        String token = tokens("a", 3).getFirst();
        assertThat(form().put(survey + "/answers", reply(token, 1), null).status())
                .isEqualTo(204);
        Answer again = form().put(survey + "/answers", reply(token, 0), null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("survey.token-used");
        assertThat(answers()).isEqualTo(1);
        JsonNode progress = form().get(survey).json().path("subjects").path(0);
        assertThat(progress.path("tokens").asInt()).isEqualTo(3);
        assertThat(progress.path("answered").asInt()).isEqualTo(1);
        assertThat(form().get(survey).json().path("subjects").size())
                .as("those in scope")
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongWithAnAnswerDoesNotUseUpItsToken() {
        String token = tokens("a", 1).getFirst();
        assertThat(form().put(survey + "/answers", reply(token, 2), null).status())
                .isEqualTo(422);
        assertThat(form().put(survey + "/answers", Map.of("token", token, "answers", Map.of("x", 1)), null)
                        .status())
                .isEqualTo(422);
        assertThat(form().put(survey + "/answers", Map.of("token", token, "answers", Map.of()), null)
                        .status())
                .isEqualTo(422);
        assertThat(form().put(survey + "/answers", reply("no-such-token", 1), null)
                        .status())
                .isEqualTo(404);
        assertThat(year.who("elsewhere", Role.INTEGRATION, "H2")
                        .put(survey + "/answers", reply(token, 1), null)
                        .code())
                .as("a token of another institution")
                .isEqualTo("survey.token-unknown");
        assertThat(form().put(survey + "/answers", reply(token, 0), null).status())
                .isEqualTo(204);
    }

    /** I3: anonymous. */
    @Test
    void nothingThatIsKeptLeadsFromAnAnswerToItsToken() {
        List<String> tokens = tokens("a", 5);
        tokens.forEach(token -> form().put(survey + "/answers", reply(token, 1), null));
        for (String token : tokens) {
            assertThat(jdbc.sql("select count(*) from survey_token where hash = ? and used")
                            .param(SurveyTokens.hash(token))
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(jdbc.sql("select id from survey_answer where survey_id = ?")
                        .param(Ids.bytes(id))
                        .query((row, number) -> Ids.uuid(row.getBytes(1)).version())
                        .list())
                .as("random ids tell neither time nor order")
                .hasSize(5)
                .containsOnly(4);
        assertThat(columns("survey_answer"))
                .containsExactlyInAnyOrder("id", "question", "association_id", "survey_id", "subject", "value");
        assertThat(columns("survey_token"))
                .containsExactlyInAnyOrder("hash", "association_id", "survey_id", "subject", "used");
        assertThat(year.who("auditor", Role.AUDITOR, "*")
                        .get("/v1/audit-entries/incentive?limit=200")
                        .body())
                .contains("survey.tokens-issued")
                .doesNotContain("answered")
                .doesNotContain(tokens.getFirst());
        assertThat(jdbc.sql("select count(*) from idempotency_key where caller like ?")
                        .param("%web-form%")
                        .query(Long.class)
                        .single())
                .as("nor is the hash of what was sent kept")
                .isZero();
        assertThat(jdbc.sql("select count(*) from idempotency_key where instr(body, ?) > 0")
                        .param(tokens.getFirst())
                        .query(Long.class)
                        .single())
                .as("nor the tokens that were handed out")
                .isZero();
    }

    private List<String> columns(String table) {
        return jdbc.sql(
                        "select column_name from information_schema.columns where table_schema = database() and table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    @Test
    void aBatchIsHandedOutOnceAndOnlyForTheInstitutionsOfTheGrant() {
        tokens("a", 1);
        Map<String, Object> order = Map.of("subject", year.code("H1"), "count", 1);
        assertThat(year.maker().put(survey + "/token-batches/a", order, null).code())
                .isEqualTo("survey.batch-issued");
        assertThat(year.maker().put(survey + "/token-batches/a_b", order, null).code())
                .isEqualTo("survey.batch-invalid");
        assertThat(year.maker()
                        .put(survey + "/token-batches/b", Map.of("subject", "H9", "count", 1), null)
                        .status())
                .isEqualTo(404);
        assertThat(year.who("local", Role.EVALUATOR, "H2")
                        .put(survey + "/token-batches/b", order, null)
                        .status())
                .isEqualTo(404);
        assertThat(form().put(survey + "/token-batches/b", order, null).status())
                .isEqualTo(403);
        assertThat(year.maker()
                        .put(survey + "/token-batches/b", Map.of("subject", year.code("H1"), "count", 2001), null)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void papersAreImportedManyAtATimeAndSentAgainChangeNothing() {
        List<String> tokens = tokens("paper", 3);
        List<Object> rows = List.of(
                reply(tokens.get(0), 1),
                reply("unknown", 1),
                reply(tokens.get(1), 7),
                reply(tokens.get(2), 0),
                reply(tokens.get(0), 0));
        JsonNode first = year.maker()
                .put(survey + "/answer-imports", Map.of("items", rows), null)
                .json();
        assertThat(first.path("taken").asInt()).isEqualTo(2);
        assertThat(first.path("rows")
                        .valueStream()
                        .map(row ->
                                row.path("row").asInt() + " " + row.path("code").asString()))
                .contains("2 survey.token-unknown", "3 survey.answer-invalid")
                .hasSize(3);
        JsonNode again = year.maker()
                .put(survey + "/answer-imports", Map.of("items", rows), null)
                .json();
        assertThat(again.path("taken").asInt()).isZero();
        assertThat(again.path("refused").asInt()).isEqualTo(5);
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void manyWhoSendTheSameTokenAtOnceAreCountedOnce() throws Exception {
        String token = tokens("a", 1).getFirst();
        List<Future<Integer>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(6)) {
            for (int sender = 0; sender < 6; sender++) {
                sent.add(senders.submit(() ->
                        form().put(survey + "/answers", reply(token, 1), null).status()));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> one : sent) {
            statuses.add(one.get());
        }
        assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void aQuestionSetIsWrittenForTheWholeAssociationAndNeverChanges() {
        JsonNode sets = form().get("/v1/question-sets").json().path("items");
        assertThat(sets.size()).isEqualTo(1);
        year.questions();
        assertThat(year.maker()
                        .get("/v1/question-sets")
                        .json()
                        .path("items")
                        .path(1)
                        .path("edition")
                        .asInt())
                .isEqualTo(2);
        Map<String, Object> wrong = Map.of(
                "name",
                "n",
                "questions",
                List.of(
                        Map.of("code", "a", "topic", "utilisation", "kind", "scale", "steps", 11, "text", "?"),
                        Map.of("code", "a", "topic", "awareness", "kind", "yes-no", "text", "?")));
        Answer refused = year.maker().post("/v1/question-sets", wrong);
        assertThat(refused.json().path("errors").valueStream().map(one -> one.path("pointer")
                        .asString()))
                .containsExactly("/questions/0/steps", "/questions/1/code");
        assertThat(year.who("local", Role.EVALUATOR, "H1")
                        .post("/v1/question-sets", wrong)
                        .status())
                .isEqualTo(403);
        assertThat(year.maker().get("/v1/question-sets/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }
}
