package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.scheme;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.term;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Runs are calculated, explained, corrected and simulated by the pay scheme in force (I5, I6). */
@ServiceTest
class PaySchemeRunTests {

    private static final String MONTH = "2026-10";

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    UUID association;
    PayMonth month;
    UUID place;

    @BeforeEach
    void threePeopleAtAPlace() {
        association = Ids.next();
        month = new PayMonth(port, institutions, members, records, MONTH, association);
        place = month.institution("A", 1_000);
        month.service(month.member("1", "junior"), place, "duty", 600, false);
        month.service(month.member("2", "junior"), place, "duty", 200, false);
        month.service(month.member("3", "senior"), place, "duty", 50, false);
    }

    private UUID published(Map<String, Object> document) {
        UUID id = drafted(document);
        Answer answer = month.reviewer().post("/v1/pay-schemes/" + id + "/publications", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return id;
    }

    private UUID drafted(Map<String, Object> document) {
        Answer answer = month.officer().post("/v1/pay-schemes", document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    private UUID calculated(long pool) {
        UUID run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(pool));
        assertThat(month.calculate(run).json().path("status").asString()).isEqualTo("calculated");
        return run;
    }

    private void assertSameBytesAgain(UUID run) {
        JsonNode again =
                month.auditor().get("/v1/pay-runs/" + run + "/recomputation").json();
        assertThat(again.path("identical").asBoolean()).as(again.toString()).isTrue();
    }

    @Test
    void aRunTakesTheSchemeThatIsInForceForItsMonthAndSaysWhich() {
        published(scheme("base", "2026-08"));
        UUID inForce = published(scheme("base", "2026-10", term("cap", "cap", Map.of("timesMean", "1"))));
        published(scheme("base", "2026-11"));
        drafted(scheme("base", "2026-10", term("cap", "cap", Map.of("timesMean", "9"))));
        UUID run = calculated(900);
        assertThat(month.read(run).json().path("paySchemeId").asString()).isEqualTo(inForce.toString());
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 300L, "2", 300L, "3", 300L));
        assertSameBytesAgain(run);
    }

    @Test
    void withoutASchemeTheStandardPolicyHoldsAndStillEachTermIsNamed() {
        UUID run = calculated(890);
        assertThat(month.read(run).json().path("paySchemeId").isNull()).isTrue();
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 600L, "2", 200L, "3", 90L));
        JsonNode terms = month.statement(run, "1").path("lines").path(0).path("terms");
        assertThat(terms.valueStream().map(one -> one.path("name").asString()))
                .containsExactly("标化工作量", "质量系数", "岗位系数");
    }

    @Test
    void capAndFloorMoveMoneyInsideAnInstitutionAndEachTermExplainsItself() {
        published(scheme(
                "limits",
                MONTH,
                term("cap", "cap", Map.of("timesMean", "1.5")),
                term("floor", "floor", Map.of("fen", 120))));
        // Points 600 : 200 : 100. The mean is 300; the cap 450, and of the other 450 the floor takes nothing: 300 :
        // 150.
        UUID run = calculated(900);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 450L, "2", 300L, "3", 150L));
        assertSameBytesAgain(run);
        JsonNode statement = month.statement(run, "3");
        assertThat(statement.path("lines").path(0).path("terms").valueStream().map(JsonNode::toString))
                .contains(
                        "{\"code\":\"work\",\"type\":\"standard-workload\",\"name\":\"要素 work\",\"nameEn\":\"Term work\",\"value\":\"0.8333\",\"quantity\":\"\"}",
                        "{\"code\":\"post\",\"type\":\"post-coefficient\",\"name\":\"要素 post\",\"nameEn\":\"Term post\",\"value\":\"2\",\"quantity\":\"\"}",
                        "{\"code\":\"floor\",\"type\":\"floor\",\"name\":\"要素 floor\",\"nameEn\":\"Term floor\",\"value\":\"1.20\",\"quantity\":\"\"}");
    }

    @Test
    void aGrassrootsPreferenceMovesMoneyBetweenInstitutions() {
        UUID hospital = Ids.next();
        String code = "H" + hospital;
        institutions.apply(
                List.of(new Institution(hospital, association, 1, code, "医院", null, "tertiary-hospital", 1_000)));
        month.service(month.member("4", "junior"), hospital, "duty", 60, false);
        published(scheme(
                "preference",
                MONTH,
                term(
                        "grassroots-preference",
                        "grassroots",
                        Map.of("factor", "1.5", "tiers", List.of("township-health-centre")))));
        UUID run = month.run(month.evaluated(Map.of(place, "1", hospital, "1"), Map.of()), month.pool(1_000));
        month.calculate(run);
        assertThat(month.amounts(run)).containsEntry("4", 400L).containsEntry("1", 400L);
        assertSameBytesAgain(run);
        JsonNode line = month.statement(run, "1").path("lines").path(0);
        assertThat(line.path("institutionAmountFen").asLong()).isEqualTo(600);
        assertThat(line.path("terms").toString()).contains("\"grassroots\"", "\"1.5\"");
    }

    @Test
    void aSchemeThatIsPublishedAfterTheCalculationCountsFromTheNextOne() {
        UUID run = calculated(900);
        Map<String, Long> before = month.amounts(run);
        published(scheme("late", MONTH, term("cap", "cap", Map.of("timesMean", "1"))));
        assertThat(month.amounts(run)).isEqualTo(before);
        assertSameBytesAgain(run);
        month.calculate(run);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 300L, "2", 300L, "3", 300L));
    }

    @Test
    void aSettledRunIsCorrectedByItsOwnSchemeWhateverHoldsToday() {
        published(scheme("then", MONTH, term("cap", "cap", Map.of("timesMean", "1"))));
        month.arrive();
        month.paid(900, place);
        published(scheme("now", MONTH));
        month.service(month.member("5", "junior"), place, "duty", 10, false);
        month.arrive();
        PayMonth next = month.in("2026-11");
        published(scheme("now", "2026-11"));
        next.service(next.member("6", "junior"), place, "duty", 60, false);
        next.arrive();
        UUID run = next.run(next.evaluated(Map.of(place, "1"), Map.of()), next.pool(1_000));
        assertThat(next.calculate(run).json().path("status").asString()).isEqualTo("calculated");
        // By the cap of then everybody of four has 225: the late one gets that, the others owe 75 each and earn nothing
        // now.
        assertThat(next.statement(run, "5")
                        .path("lines")
                        .path(0)
                        .path("corrections")
                        .path(0)
                        .path("shouldFen")
                        .asLong())
                .isEqualTo(225);
        assertSameBytesAgain(run);
    }

    @Test
    void anotherSchemeIsSimulatedOverTheSameInputsBeItADraft() {
        UUID run = calculated(900);
        UUID draft = drafted(scheme("idea", "2030-01", term("cap", "cap", Map.of("timesMean", "1"))));
        Answer simulated = month.officer()
                .post("/v1/pay-runs/" + run + "/simulations", Map.of("name", "cap", "paySchemeId", draft));
        assertThat(simulated.status()).as(simulated.body()).isEqualTo(201);
        assertThat(simulated.json().path("paySchemeId").asString()).isEqualTo(draft.toString());
        JsonNode people = month.officer()
                .get("/v1/pay-simulations/" + simulated.id() + "/differences")
                .json()
                .path("items");
        assertThat(people.valueStream().map(one -> one.path("simulatedFen").asLong()))
                .containsOnly(300L);
        assertThat(month.amounts(run)).as("nothing is changed").containsEntry("1", 607L);
        Answer both = month.officer()
                .post(
                        "/v1/pay-runs/" + run + "/simulations",
                        Map.of("name", "both", "paySchemeId", draft, "nightFactor", "2"));
        assertThat(both.code()).isEqualTo("payrun.scheme-and-factors");
    }

    @Test
    void aTitleThatTheSchemeLeavesOutIsNamedAndNobodyIsLeftOut() {
        published(scheme("gap", MONTH));
        month.service(month.member("7", "intermediate"), place, "duty", 60, false);
        UUID run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(900));
        JsonNode failure = month.calculate(run).json().path("calculation").path("failure");
        assertThat(failure.path("code").asString()).isEqualTo("payrun.title-without-coefficient");
        assertThat(failure.path("message").asString()).contains("intermediate");
    }
}
