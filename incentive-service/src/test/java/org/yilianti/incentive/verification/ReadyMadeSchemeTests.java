package org.yilianti.incentive.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ready-made scheme of the basic public health services says of each indicator where its values come from, and they do (I1, I2). */
@ServiceTest
class ReadyMadeSchemeTests {

    private static final Map<String, String> NOT_ENTERED = Map.of(
            "education-events", "service-events",
            "awareness", "survey",
            "satisfaction", "survey",
            "sample-errors", "verification");

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private CampaignYear year;
    private ClaimedMonth month;
    private JsonNode scheme;
    private String evaluation;

    @BeforeEach
    void anEvaluationByTheSchemeAsItIs() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        month = new ClaimedMonth(year, records, year.member("doc", year.one));
        begin(template());
    }

    private String template() {
        return year.maker()
                .get("/v1/indicator-scheme-templates/basic-public-health-services")
                .body();
    }

    /** An evaluation by a scheme that is drafted and published. */
    private void begin(String template) {
        Answer drafted = year.maker().post("/v1/indicator-schemes", template);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        Answer published = year.second().post("/v1/indicator-schemes/" + drafted.id() + "/publications", Map.of());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        scheme = published.json();
        Map<String, Object> opening =
                Map.of("schemeId", drafted.id(), "month", ClaimedMonth.MONTH, "institutionIds", List.of(year.one));
        evaluation = "/v1/evaluations/"
                + year.maker().post("/v1/evaluations", opening).id();
    }

    private Answer put(String to, Object body) {
        String version = year.maker().get(evaluation).header("ETag");
        return year.maker().put(evaluation + to, body, version);
    }

    private Answer typed(Iterable<String> indicators) {
        List<Map<String, Object>> items = new ArrayList<>();
        indicators.forEach(one -> items.add(Map.of("institutionId", year.one, "indicator", one, "value", "0.9")));
        return put("/measures", Map.of("items", items));
    }

    private List<String> codes() {
        return scheme.path("indicators")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private static String code(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json().path("errors").path(0).path("code").asString();
    }

    /** The score of an indicator once the month is closed. */
    private String score(String indicator) {
        Answer closed = year.maker().post(evaluation + "/closings", Map.of());
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        return closed.json()
                .path("scores")
                .path(0)
                .path("indicators")
                .valueStream()
                .filter(one -> one.path("indicator").asString().equals(indicator))
                .findFirst()
                .orElseThrow()
                .path("score")
                .asString();
    }

    @Test
    void eachIndicatorNamesItsSourceAndOnlyThoseOfTheRegistersAreEntered() {
        assertThat(scheme.path("indicators").valueStream()).hasSize(24).allSatisfy(one -> assertThat(
                        one.path("source").asString())
                .as(one.path("code").asString())
                .isEqualTo(NOT_ENTERED.getOrDefault(one.path("code").asString(), "entry")));
        NOT_ENTERED.forEach((indicator, source) ->
                assertThat(code(typed(Set.of(indicator)))).isEqualTo("evaluation.source-is-" + source));
        List<String> entered =
                codes().stream().filter(one -> !NOT_ENTERED.containsKey(one)).toList();
        assertThat(entered).hasSize(20);
        assertThat(typed(entered).status()).isEqualTo(200);
        for (String indicator : List.of("record-rate", "satisfaction")) {
            assertThat(code(put("/service-counts", Map.of("indicator", indicator))))
                    .startsWith("evaluation.source-is-");
        }
    }

    /** By hand: 9 of 12 events. */
    @Test
    void eventsOfHealthEducationAreCountedFromOutreach() {
        month.claimed(9, "outreach", "confirmed");
        month.claimed(5, "duty", "confirmed");
        Answer counted = put("/service-counts", Map.of("indicator", "education-events", "kinds", List.of("outreach")));
        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        assertThat(score("education-events")).isEqualTo("0.75");
    }

    /** By hand: of 10 records that were all looked into 1 is wrong, twice what the target allows. */
    @Test
    void errorsAreTheRateThatAVerificationSampleFound() {
        month.claimed(10, "outreach", "confirmed");
        enterSampleWithOneError();
        assertThat(score("sample-errors")).isEqualTo("0.5");
    }

    /** By hand: 9 of 10 records stand; of 9 where 3 are wanted at most a third is earned. */
    @Test
    void whatIsCountedInWholeNumbersStaysACountThoughLessIsBetter() {
        ObjectNode counted = (ObjectNode) new JsonMapper().readTree(template());
        counted.put("name", "counted");
        counted.path("indicators")
                .valueStream()
                .filter(one -> one.path("code").asString().equals("sample-errors"))
                .forEach(one -> ((ObjectNode) one).put("target", "3"));
        begin(counted.toString());
        month.claimed(10, "outreach", "confirmed");
        enterSampleWithOneError();
        assertThat(score("sample-errors")).isEqualTo("0.333333");
    }

    /** A sample of ten records, all looked into by one person and closed by another. */
    private void enterSampleWithOneError() {
        String sample = year.maker()
                .post("/v1/verification-samples", month.order("sample-errors", 10))
                .id()
                .toString();
        String address = "/v1/verification-samples/" + sample;
        boolean first = true;
        for (JsonNode item :
                year.maker().get(address + "/items?limit=200").json().path("items")) {
            Map<String, Object> judged = new HashMap<>(Map.of("verified", !first));
            if (first) {
                judged.put("finding", "not visited");
            }
            first = false;
            Answer answer =
                    year.maker().put(address + "/items/" + item.path("recordId").asString(), judged, "\"1\"");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        assertThat(year.second().post(address + "/completions", Map.of()).status())
                .isEqualTo(200);
        Answer entered = put("/verified-counts", Map.of("sampleId", sample));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    }

    /** By hand: 34 of 40 are satisfied, 85 points, the target; experts are not asked. */
    @Test
    void satisfactionIsWhatResidentsAnswerAndNotWhatExpertsThink() {
        String panel = finalised(year.published());
        assertThat(code(put("/campaign-measures", Map.of("campaignId", panel, "indicator", "satisfaction"))))
                .isEqualTo("evaluation.source-is-survey");
        String survey = year.drafted(year.order("", "", "", "1"));
        year.done(year.maker(), survey, "openings");
        year.surveyed(survey, "H1", 34);
        year.surveyed(survey, "H2", 20);
        for (String step : List.of("closings", "reviews", "publications")) {
            year.done(step.equals("closings") ? year.maker() : year.second(), survey, step);
        }
        String answered = finalised(survey);
        Answer entered = put("/campaign-measures", Map.of("campaignId", answered, "indicator", "satisfaction"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(score("satisfaction")).isEqualTo("1");
    }

    private String finalised(String campaign) {
        String id = campaign.substring(campaign.lastIndexOf('/') + 1);
        jdbc.sql("update campaign set objections_until = objections_until - interval 30 day where id = ?")
                .param(Ids.bytes(UUID.fromString(id)))
                .update();
        year.done(year.maker(), campaign, "finalisations");
        return id;
    }
}
