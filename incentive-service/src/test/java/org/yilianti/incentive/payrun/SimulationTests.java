package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** What another scheme would have done to a run, for every person and group (I6). */
@ServiceTest
class SimulationTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @LocalServerPort
    int port;

    private PayMonth month;
    private UUID town;
    private UUID village;
    private UUID run;

    @BeforeEach
    void aCalculatedRunOverTwoInstitutions() {
        month = new PayMonth(port, institutions, members, records);
        town = month.institution("T", 1000);
        village = month.institution("V", 1000);
        month.service(month.member("day", "junior"), town, "duty", 60, false);
        month.service(month.member("night", "senior"), town, "duty", 60, true);
        month.service(month.member("rural", "junior"), village, "outreach", 60, false);
        run = month.run(month.evaluated(scores("0.5", "1"), Map.of()), month.pool(3000));
        month.calculate(run);
    }

    @Test
    void otherFactorsOverTheSameInputsShowEveryGainAndLossAndPayNobody() {
        assertThat(month.amounts(run)).isEqualTo(Map.of("day", 270L, "night", 730L, "rural", 2000L));
        Answer made = simulate(
                Map.of("name", "no premium", "nightFactor", "1", "coefficients", Map.of("junior", "1", "senior", "1")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode simulation = month.auditor().get(made.header("Location")).json();
        assertThat(simulation).isEqualTo(made.json());

        assertThat(group(simulation, "titles", "senior").path("differenceFen").asLong())
                .isEqualTo(-230);
        assertThat(group(simulation, "titles", "junior").path("gaining").asLong())
                .isEqualTo(1);
        assertThat(group(simulation, "institutions", month.code(town))
                        .path("differenceFen")
                        .asLong())
                .isZero();
        assertThat(group(simulation, "tiers", "township-health-centre")
                        .path("simulatedFen")
                        .asLong())
                .isEqualTo(3000);
        assertThat(differences(simulation, ""))
                .as("whoever loses most first")
                .containsExactly("night 730 500", "rural 2000 2000", "day 270 500");
        assertThat(month.amounts(run)).as("nothing of the run changed").containsEntry("night", 730L);
        assertThat(month.read(run).json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void anotherSchemeScoresTheSameMeasuresAndAnotherPoolIsSplitByIt() {
        UUID harsh = month.evaluator()
                .post(
                        "/v1/indicator-schemes",
                        Map.of("name", "harsh " + run, "indicators", List.of(threshold("records"))))
                .id();
        JsonNode simulation = simulate(Map.of("name", "all or nothing", "schemeId", harsh, "poolFen", 5000))
                .json();
        assertThat(group(simulation, "institutions", month.code(town))
                        .path("simulatedFen")
                        .asLong())
                .isZero();
        assertThat(group(simulation, "institutions", month.code(village))
                        .path("simulatedFen")
                        .asLong())
                .as("the township misses the target and gets nothing")
                .isEqualTo(5000);
    }

    @Test
    void differencesArePagedAndFiltered() {
        JsonNode simulation =
                simulate(Map.of("name", "flat", "nightFactor", "1")).json();
        String address = "/v1/pay-simulations/" + simulation.path("id").asString() + "/differences?limit=1";
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = month.auditor().get(address + next).json();
            page.path("items").forEach(one -> seen.add(one.path("staffNo").asString()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).containsExactly(month.staffNo("night"), month.staffNo("rural"), month.staffNo("day"));
        assertThat(differences(simulation, "?title=senior")).hasSize(1);
        assertThat(differences(simulation, "?institutionCode=" + month.code(village)))
                .hasSize(1);
    }

    @Test
    void rulesThatChangeNothingOrDoNotFitAreRefused() {
        assertThat(simulate(Map.of("name", "same")).code()).isEqualTo("payrun.nothing-simulated");
        assertThat(simulate(Map.of("name", "free nights", "nightFactor", "0")).code())
                .isEqualTo("policy.factor-unfit");
        assertThat(simulate(Map.of("name", "no outreach", "kindWeights", Map.of("duty", "1")))
                        .code())
                .isEqualTo("payrun.kind-without-weight");
        assertThat(simulate(Map.of("name", "x", "schemeId", UUID.randomUUID())).code())
                .isEqualTo("scheme.not-found");
        UUID other = month.evaluator()
                .post(
                        "/v1/indicator-schemes",
                        Map.of("name", "other " + run, "indicators", List.of(threshold("visits"))))
                .id();
        Answer missing = simulate(Map.of("name", "not measured", "schemeId", other));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.json().path("errors").path(0).path("code").asString())
                .isEqualTo("evaluation.measure-missing");
        assertThat(month.auditor()
                        .get("/v1/pay-runs/" + run + "/simulations")
                        .json()
                        .path("items"))
                .as("nothing half done")
                .isEmpty();
    }

    private Answer simulate(Map<String, Object> rules) {
        return month.officer().post("/v1/pay-runs/" + run + "/simulations", rules);
    }

    private List<String> differences(JsonNode simulation, String filter) {
        return month.auditor()
                .get("/v1/pay-simulations/" + simulation.path("id").asString() + "/differences" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("staffNo")
                                .asString()
                                .substring(month.staffNo("").length()) + " "
                        + one.path("actualFen").asLong() + " "
                        + one.path("simulatedFen").asLong())
                .toList();
    }

    private static JsonNode group(JsonNode simulation, String kind, String name) {
        return simulation
                .path(kind)
                .valueStream()
                .filter(one -> one.path("group").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> threshold(String code) {
        return Map.of("code", code, "name", code, "weight", "1", "target", "1", "scoring", "threshold");
    }

    private Map<UUID, String> scores(String ofTown, String ofVillage) {
        Map<UUID, String> scores = new LinkedHashMap<>();
        scores.put(town, ofTown);
        scores.put(village, ofVillage);
        return scores;
    }
}
