package org.yilianti.incentive.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Values come from where the published scheme says that they come from, and from nowhere else (I1, I2). */
@ServiceTest
class DataSourceTests {

    private static final List<String> SOURCES =
            List.of("entry", "service-events", "verification", "campaign", "survey");

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
    private String evaluation;

    @BeforeEach
    void anEvaluationWithAnIndicatorOfEachSourceAndOneWithout() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        month = new ClaimedMonth(year, records, year.member("doc", year.one));
        List<Map<String, String>> indicators = new ArrayList<>(List.of(
                Map.of("code", "unsaid", "name", "unsaid", "weight", "0.5", "target", "100", "scoring", "ratio")));
        SOURCES.forEach(source -> indicators.add(Map.of(
                "code", source, "name", source, "weight", "0.1", "target", "100", "scoring", "ratio", "source",
                source)));
        Answer scheme = year.maker().post("/v1/indicator-schemes", Map.of("name", "sources", "indicators", indicators));
        assertThat(scheme.status()).as(scheme.body()).isEqualTo(201);
        year.second().post("/v1/indicator-schemes/" + scheme.id() + "/publications", Map.of());
        Map<String, Object> opening =
                Map.of("schemeId", scheme.id(), "month", ClaimedMonth.MONTH, "institutionIds", List.of(year.one));
        evaluation = "/v1/evaluations/"
                + year.maker().post("/v1/evaluations", opening).id();
    }

    private Answer typed(String indicator) {
        Map<String, Object> item = Map.of("institutionId", year.one, "indicator", indicator, "value", "99");
        return put("/measures", Map.of("items", List.of(item)));
    }

    private Answer put(String to, Object body) {
        String version = year.maker().get(evaluation).header("ETag");
        return year.maker().put(evaluation + to, body, version);
    }

    private static List<String> codes(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private JsonNode measure(String indicator) {
        return year.maker()
                .get(evaluation)
                .json()
                .path("measures")
                .valueStream()
                .filter(one -> one.path("indicator").asString().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyTypesWhatACampaignASurveyASampleOrTheRecordsOfServiceAreToShow() {
        for (String source : SOURCES.subList(1, SOURCES.size())) {
            assertThat(codes(typed(source))).containsExactly("evaluation.source-is-" + source);
        }
        assertThat(typed("campaign").body()).contains("campaign-measures", "scores of an evaluation campaign");
        assertThat(year.maker().get(evaluation).json().path("measures")).isEmpty();
        assertThat(typed("entry").status()).isEqualTo(200);
        assertThat(typed("unsaid").status()).as("the scheme does not say").isEqualTo(200);
        assertThat(measure("entry").path("origin").asString()).isEqualTo("entry");
    }

    @Test
    void whatWasJudgedIsNeitherCountedNorTyped() {
        String campaign = finalCampaign(year.published());
        for (String other : List.of("entry", "service-events", "verification", "survey")) {
            assertThat(codes(put("/campaign-measures", Map.of("campaignId", campaign, "indicator", other))))
                    .containsExactly("evaluation.source-is-" + other);
        }
        assertThat(put("/campaign-measures", Map.of("campaignId", campaign, "indicator", "campaign"))
                        .status())
                .isEqualTo(200);
        assertThat(measure("campaign").path("value").asString()).isEqualTo("85");
        assertThat(measure("campaign").path("origin").asString()).isEqualTo("campaign");
    }

    private String finalCampaign(String campaign) {
        String id = campaign.substring(campaign.lastIndexOf('/') + 1);
        jdbc.sql("update campaign set objections_until = objections_until - interval 30 day where id = ?")
                .param(Ids.bytes(UUID.fromString(id)))
                .update();
        year.done(year.maker(), campaign, "finalisations");
        return id;
    }

    /** By hand: 4 outreach and 2 duties confirmed; the disputed and the ones of another month do not count. */
    @Test
    void recordsOfServiceAreCountedAndNotTyped() {
        month.claimed(4, "outreach", "confirmed");
        month.claimed(2, "duty", "confirmed");
        month.claimed(3, "outreach", "disputed");
        assertThat(codes(put("/service-counts", Map.of("indicator", "verification"))))
                .as("without a sample")
                .containsExactly("evaluation.source-is-verification");
        assertThat(put("/service-counts", Map.of("indicator", "service-events")).status())
                .isEqualTo(200);
        assertThat(measure("service-events").path("value").asString()).isEqualTo("6");
        Map<String, Object> outreach = Map.of("indicator", "service-events", "kinds", List.of("outreach"));
        assertThat(put("/service-counts", outreach).status()).isEqualTo(200);
        assertThat(measure("service-events").path("value").asString()).isEqualTo("4");
        assertThat(measure("service-events").path("origin").asString()).isEqualTo("service-events");
        assertThat(year.who("elsewhere", Role.EVALUATOR, "H2")
                        .put(evaluation + "/service-counts", outreach, "\"3\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSampleIsTakenOverWhereTheSourceIsVerificationAlone() {
        month.claimed(3, "outreach", "confirmed");
        for (String indicator : List.of("verification", "entry")) {
            String sample = completedSample(indicator);
            Answer entered = put("/verified-counts", Map.of("sampleId", sample));
            if (indicator.equals("verification")) {
                assertThat(entered.status()).as(entered.body()).isEqualTo(200);
                assertThat(measure("verification").path("origin").asString()).isEqualTo("verification");
            } else {
                assertThat(codes(entered)).containsExactly("evaluation.source-is-entry");
            }
        }
    }

    private String completedSample(String indicator) {
        String sample = year.maker()
                .post("/v1/verification-samples", month.order(indicator, 1))
                .id()
                .toString();
        String address = "/v1/verification-samples/" + sample;
        String item = year.maker()
                .get(address + "/items")
                .json()
                .path("items")
                .path(0)
                .path("recordId")
                .asString();
        year.maker().put(address + "/items/" + item, Map.of("verified", true), "\"1\"");
        assertThat(year.second().post(address + "/completions", Map.of()).status())
                .isEqualTo(200);
        return sample;
    }
}
