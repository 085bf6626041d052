package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** What a run pays, to whom, and that it can be shown again later. */
@ServiceTest
class PayRunAmountTests {

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

    private PayMonth month;

    @BeforeEach
    void aMonth() {
        month = new PayMonth(port, institutions, members, records);
    }

    private UUID calculatedRun(Map<UUID, String> scores, long pool) {
        UUID run = month.run(month.evaluated(scores, Map.of()), month.pool(pool));
        Answer calculated = month.calculate(run);
        assertThat(calculated.json().path("status").asString())
                .as(calculated.body())
                .isEqualTo("calculated");
        return run;
    }

    @Test
    void aPolicyOfTheAssociationCountsFromItsMonthOnAndNotBefore() {
        Map<String, Object> settings = Map.of(
                "kindWeights", Map.of("duty", 1, "outreach", 2),
                "nightFactor", 1,
                "coefficients", Map.of("junior", 1));
        Map<String, Object> proposal =
                Map.of("validFrom", "2027-02-01", "settings", settings, "reason", "reach out more");
        Answer proposed = month.admin("maker").post("/v1/policies/incentive/performance-pay/proposals", proposal);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        Answer approved = month.admin("checker")
                .post("/v1/policies/incentive/proposals/" + proposed.id() + "/approvals", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);

        assertThat(paidForAnHourOnSiteAndAnHourOutside("2027-01")).containsExactly(130L, 100L);
        assertThat(paidForAnHourOnSiteAndAnHourOutside("2027-02")).containsExactly(153L, 77L);
    }

    /** What two people get of 2.30 yuan, the larger amount first. */
    private List<Long> paidForAnHourOnSiteAndAnHourOutside(String when) {
        month = new PayMonth(port, institutions, members, records, when);
        UUID here = month.institution("P", 1_000);
        month.service(month.member("P1", "junior"), here, "duty", 60, false);
        month.service(month.member("P2", "junior"), here, "outreach", 60, false);
        UUID run = calculatedRun(Map.of(here, "1"), 230);
        return month.auditor()
                .get("/v1/pay-runs/" + run + "/statements")
                .json()
                .path("items")
                .valueStream()
                .map(statement -> statement.path("amountFen").asLong())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    @Test
    void aPoolOfOneFenOverTwoThousandFourHundredPeoplePaysOnePerson() {
        UUID place = month.institution("A", 1000);
        month.members(2400).forEach(member -> month.service(member, place, "duty", 60, false));
        UUID run = month.run(month.evaluated(Map.of(place, "0.5"), Map.of()), month.pool(1));
        month.bringToFinal(run);
        JsonNode paid = month.decide(month.officer(), run, "payments").json();
        assertThat(paid.path("paidFen").asLong()).isEqualTo(1);
        assertThat(paid.path("statements").asInt()).isEqualTo(2400);
        assertThat(jdbc.sql(
                                "select p.staff_no from pay_payment y join pay_input_person p on p.run_id = y.run_id and p.member_id = y.member_id where y.run_id = ?")
                        .param(Ids.bytes(run))
                        .query(String.class)
                        .list())
                .as("ties go to the first staff number")
                .containsExactly(month.staffNo("00000"));
    }

    @Test
    void theShareOfAnInstitutionWithoutPointsGoesToTheOthersAndTheRunSaysSo() {
        UUID busy = month.institution("A", 1000);
        UUID busier = month.institution("B", 2000);
        UUID idle = month.institution("C", 1000);
        month.service(month.member("1", "junior"), busy, "duty", 60, false);
        month.service(month.member("2", "junior"), busier, "duty", 60, false);
        UUID run = calculatedRun(scores(busy, "1", busier, "1", idle, "1"), 400);
        JsonNode read = month.read(run).json();
        assertThat(read.path("institutions").valueStream().map(one -> one.path("shareFen")
                        .asLong()))
                .containsExactly(100L, 200L, 100L);
        assertThat(read.path("institutions").valueStream().map(one -> one.path("amountFen")
                        .asLong()))
                .containsExactly(133L, 267L, 0L);
        assertThat(read.path("notes").size()).isEqualTo(1);
        assertThat(read.path("notes").path(0).path("code").asString()).isEqualTo("payrun.share-redistributed");
        assertThat(read.path("notes").path(0).path("message").asString()).contains(month.code(idle), "1.00 yuan");
        assertThat(month.auditor()
                        .inLanguage("zh")
                        .get("/v1/pay-runs/" + run)
                        .json()
                        .path("notes")
                        .path(0)
                        .path("message")
                        .asString())
                .contains("1.00 元");
    }

    @Test
    void aRunNobodyCanBePaidByFailsWithItsReasonAndStaysADraft() {
        UUID place = month.institution("A", 1000);
        UUID run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(100));
        JsonNode failed = month.calculate(run).json();
        assertThat(failed.path("status").asString()).isEqualTo("draft");
        assertThat(failed.path("calculation").path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("calculation").path("failure").path("code").asString())
                .isEqualTo("payrun.no-points");
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        month.arrive();
        assertThat(month.calculate(run).json().path("payableFen").asLong()).isEqualTo(100);
    }

    @Test
    void aRecordOfAnUnknownPersonBlocksTheCalculationInsteadOfBeingLeftOut() {
        UUID place = month.institution("A", 1000);
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        month.service(Ids.next(), place, "duty", 60, false);
        UUID run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(100));
        JsonNode failed = month.calculate(run).json();
        assertThat(failed.path("calculation").path("failure").path("code").asString())
                .isEqualTo("payrun.member-unknown");
    }

    @Test
    void aKindOfServiceWithoutAWeightBlocksTheCalculation() {
        UUID place = month.institution("A", 1000);
        month.service(month.member("1", "junior"), place, "telemedicine", 60, false);
        UUID run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(100));
        assertThat(month.calculate(run)
                        .json()
                        .path("calculation")
                        .path("failure")
                        .path("message")
                        .asString())
                .contains("telemedicine");
    }

    @Test
    void whatChangesLaterDoesNotChangeACalculatedRunAndItCanBeComputedAgain() {
        UUID place = month.institution("A", 1000);
        UUID one = month.member("1", "junior");
        month.service(one, place, "duty", 301, true);
        month.service(month.member("2", "senior"), place, "outreach", 77, false);
        UUID run = calculatedRun(Map.of(place, "1"), 1_234_567);
        String before = statements(run);

        month.service(one, place, "duty", 600, false);
        month.arrive();
        jdbc.sql("update directory_member set title = 'senior', version = 2 where id = ?")
                .param(Ids.bytes(one))
                .update();
        assertThat(statements(run)).isEqualTo(before);
        JsonNode recomputed =
                month.auditor().get("/v1/pay-runs/" + run + "/recomputation").json();
        assertThat(recomputed.path("identical").asBoolean()).isTrue();
    }

    @Test
    void aChangedAmountIsFoundByComputingAgain() {
        UUID place = month.institution("A", 1000);
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        month.service(month.member("2", "junior"), place, "duty", 60, false);
        UUID run = calculatedRun(Map.of(place, "1"), 100);
        jdbc.sql("update pay_line set amount_fen = amount_fen + 1 where run_id = ? limit 1")
                .param(Ids.bytes(run))
                .update();
        JsonNode recomputed =
                month.auditor().get("/v1/pay-runs/" + run + "/recomputation").json();
        assertThat(recomputed.path("identical").asBoolean()).isFalse();
        assertThat(recomputed.path("differences").asInt()).isEqualTo(1);
    }

    @Test
    void anOfficerOfOneInstitutionSeesItsLinesOnly() {
        UUID mine = month.institution("A", 1000);
        UUID other = month.institution("B", 1000);
        UUID both = month.member("1", "junior");
        month.service(both, mine, "duty", 60, false);
        month.service(both, other, "duty", 60, false);
        month.service(month.member("2", "junior"), other, "duty", 60, false);
        UUID run = calculatedRun(scores(mine, "1", other, "1"), 1000);
        TestApi limited = month.limited(Role.PAYROLL_OFFICER, mine);
        JsonNode items =
                limited.get("/v1/pay-runs/" + run + "/statements").json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("amountFen").asLong()).isEqualTo(500);
        JsonNode statement = limited.get(
                        "/v1/pay-statements/" + items.path(0).path("id").asString())
                .json();
        assertThat(statement.path("lines").valueStream().map(line -> line.path("institutionCode")
                        .asString()))
                .containsExactly(month.code(mine));
        assertThat(statement.path("amountFen").asLong()).isEqualTo(500);
        JsonNode all = month.auditor()
                .get("/v1/pay-runs/" + run + "/statements")
                .json()
                .path("items");
        assertThat(all.size()).isEqualTo(2);
        assertThat(limited.get("/v1/pay-statements/" + all.path(1).path("id").asString())
                        .status())
                .as("the second person worked elsewhere only")
                .isEqualTo(404);
    }

    @Test
    void statementsArePagedWithoutGapOrRepeat() {
        UUID place = month.institution("A", 1000);
        month.members(7).forEach(member -> month.service(member, place, "duty", 60, false));
        UUID run = calculatedRun(Map.of(place, "1"), 700);
        List<String> seen = new java.util.ArrayList<>();
        String next = "";
        do {
            JsonNode page = month.auditor()
                    .get("/v1/pay-runs/" + run + "/statements?limit=3" + next)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("staffNo").asString()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    private String statements(UUID run) {
        return month.auditor().get("/v1/pay-runs/" + run + "/statements").body();
    }

    private static Map<UUID, String> scores(Object... pairs) {
        Map<UUID, String> scores = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            scores.put((UUID) pairs[i], (String) pairs[i + 1]);
        }
        return scores;
    }
}
