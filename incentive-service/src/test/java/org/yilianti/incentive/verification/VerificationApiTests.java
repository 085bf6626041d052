package org.yilianti.incentive.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Claimed service is looked into, and a wrong claim counts for less (I2). */
@ServiceTest
class VerificationApiTests {

    private static final String SAMPLES = "/v1/verification-samples";

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @LocalServerPort
    int port;

    private CampaignYear year;
    private ClaimedMonth month;

    @BeforeEach
    void anAssociationOfItsOwn() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        month = new ClaimedMonth(year, records, year.member("doc", year.one));
    }

    private String drawn(int size) {
        Answer drawn = year.maker().post(SAMPLES, month.order("visits", size));
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        return SAMPLES + "/" + drawn.id();
    }

    private List<String> items(String sample) {
        return year.maker()
                .get(sample + "/items?limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("recordId").asString())
                .toList();
    }

    private Answer judge(TestApi who, String sample, String record, boolean holds) {
        return who.put(
                sample + "/items/" + record,
                holds ? Map.of("verified", true) : Map.of("verified", false, "finding", "nobody was visited"),
                "\"1\"");
    }

    /** By hand: 2 of 10 refuted of 40 claimed: 40 × 0.8 = 32; of a target of 40 that is 0.8. */
    @Test
    void theErrorRateOfASampleDiscountsTheClaimAndWithItTheScore() {
        month.claimed(40, "outreach", "confirmed");
        month.claimed(5, "duty", "confirmed");
        month.claimed(5, "outreach", "disputed");
        String sample = drawn(10);
        List<String> items = items(sample);
        assertThat(items).hasSize(10);
        for (int index = 0; index < items.size(); index++) {
            assertThat(judge(year.maker(), sample, items.get(index), index > 1).status())
                    .isEqualTo(200);
        }
        assertThat(year.maker().post(sample + "/completions", Map.of()).code())
                .isEqualTo("verification.completer-judged");
        Answer completed = year.second().post(sample + "/completions", Map.of());
        JsonNode errors = completed.json().path("errors");
        assertThat(completed.json().path("claimed").asInt()).isEqualTo(40);
        assertThat(errors.path("refuted").asInt()).isEqualTo(2);
        assertThat(errors.path("rate").asString()).isEqualTo("0.2");
        assertThat(errors.path("low").asString()).isEqualTo("0.056682");
        assertThat(errors.path("high").asString()).isEqualTo("0.509838");
        assertThat(errors.path("counted").asString()).isEqualTo("32");
        assertThat(judge(year.maker(), sample, items.getFirst(), true).code()).isEqualTo("verification.completed");
        assertThat(year.second().post(sample + "/completions", Map.of()).code()).isEqualTo("verification.completed");

        UUID evaluation = evaluation("2026-10");
        String address = "/v1/evaluations/" + evaluation + "/verified-counts";
        Map<String, Object> order = Map.of("sampleId", completed.id());
        assertThat(year.maker().put(address, order, "\"5\"").status()).isEqualTo(412);
        assertThat(year.maker()
                        .put("/v1/evaluations/" + evaluation("2026-11") + "/verified-counts", order, "\"1\"")
                        .code())
                .isEqualTo("verification.month-differs");
        Answer entered = year.maker().put(address, order, "\"1\"");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(year.maker()
                        .post("/v1/evaluations/" + evaluation + "/closings", Map.of())
                        .json()
                        .path("scores")
                        .path(0)
                        .path("score")
                        .asString())
                .isEqualTo("0.8");
    }

    private UUID evaluation(String of) {
        UUID scheme = year.maker()
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                "visits",
                                "indicators",
                                List.of(Map.of(
                                        "code", "visits", "name", "上门服务", "weight", "1", "target", "40", "scoring",
                                        "ratio"))))
                .id();
        year.second().post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        return year.maker()
                .post("/v1/evaluations", Map.of("schemeId", scheme, "month", of, "institutionIds", List.of(year.one)))
                .id();
    }

    @Test
    void whoeverDoubtsADrawRepeatsItFromItsSeedThoughRecordsCameLater() {
        month.claimed(30, "outreach", "confirmed");
        String sample = drawn(7);
        month.claimed(30, "outreach", "confirmed");
        JsonNode again = year.who("auditor", Role.AUDITOR, "*")
                .get(sample + "/reproduction")
                .json();
        assertThat(again.path("same").asBoolean()).isTrue();
        assertThat(again.path("claimed").asInt()).isEqualTo(30);
        assertThat(again.path("recordIds").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(items(sample));
        assertThat(year.maker().get(sample).json().path("seed").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void nobodyDrawsUntilTheyLikeTheSample() {
        month.claimed(30, "outreach", "confirmed");
        drawn(5);
        Answer again = year.second().post(SAMPLES, month.order("visits", 5));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("verification.drawn-already");
        assertThat(year.maker()
                        .get(SAMPLES + "?month=2026-10&completed=false")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(year.maker()
                        .get(SAMPLES + "?month=2026-11")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void withoutClaimsNothingIsDrawnAndFewClaimsAreAllLookedInto() {
        Answer nothing = year.maker().post(SAMPLES, month.order("visits", 5));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.code()).isEqualTo("verification.nothing-claimed");
        month.claimed(3, "outreach", "confirmed");
        String sample = drawn(5);
        assertThat(year.second().post(sample + "/completions", Map.of()).code()).isEqualTo("verification.items-open");
        List<String> items = items(sample);
        assertThat(items).hasSize(3);
        items.forEach(one -> judge(year.maker(), sample, one, !one.equals(items.getFirst())));
        JsonNode errors =
                year.second().post(sample + "/completions", Map.of()).json().path("errors");
        assertThat(errors.path("counted").asString()).as("3 × (1 − 1/3)").isEqualTo("2");
        assertThat(errors.path("low").isNull()).as("nothing is estimated").isTrue();
    }

    @Test
    void aVerdictIsOfSomebodyElseWithAFindingAndFromTheNewestVersion() {
        month.claimed(3, "outreach", "confirmed");
        String sample = drawn(2);
        String item = items(sample).getFirst();
        TestApi doctor = year.evaluatorAs("doc");
        assertThat(judge(doctor, sample, item, true).code()).isEqualTo("verification.own-service");
        assertThat(year.maker()
                        .put(sample + "/items/" + item, Map.of("verified", false), "\"1\"")
                        .code())
                .isEqualTo("verification.finding-missing");
        assertThat(judge(year.maker(), sample, item, false).status()).isEqualTo(200);
        assertThat(judge(year.maker(), sample, item, true).status()).isEqualTo(412);
        assertThat(year.maker()
                        .put(sample + "/items/" + item, Map.of("verified", true), "\"2\"")
                        .json()
                        .path("verified")
                        .asBoolean())
                .as("judged anew")
                .isTrue();
        assertThat(judge(year.maker(), sample, UUID.randomUUID().toString(), true)
                        .status())
                .isEqualTo(404);
        assertThat(judge(year.who("local", Role.EVALUATOR, "H2"), sample, item, true)
                        .status())
                .as("another institution's")
                .isEqualTo(404);
        assertThat(year.who("local", Role.EVALUATOR, "H2")
                        .post(SAMPLES, month.order("other", 1))
                        .status())
                .isEqualTo(403);
        assertThat(judge(year.staff("doc"), sample, item, true).status()).isEqualTo(403);
    }
}
