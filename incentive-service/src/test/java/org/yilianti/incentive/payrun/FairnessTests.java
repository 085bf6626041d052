package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

/** How fairly a run pays, by tier, title, sex and site, and against workload (I11). */
@ServiceTest
class FairnessTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @LocalServerPort
    int port;

    @Test
    void aRunTellsHowUnevenlyItPaysWhomAndWhetherPayFollowsWork() {
        PayMonth month = new PayMonth(port, institutions, members, records);
        UUID town = month.institution("T", 1000);
        UUID village = month.institution("V", 1000);
        UUID both = month.member("1f", "junior");
        month.service(both, town, "duty", 60, false);
        month.service(both, village, "duty", 120, false);
        month.service(month.member("2", "senior"), town, "duty", 180, false);
        Map<UUID, String> scores = new LinkedHashMap<>();
        scores.put(town, "1");
        scores.put(village, "1");
        UUID run = month.run(month.evaluated(scores, Map.of()), month.pool(12_800));
        assertThat(month.auditor().get("/v1/pay-runs/" + run + "/fairness").code())
                .isEqualTo("payrun.not-calculated");
        month.calculate(run);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1f", 7400L, "2", 5400L));

        JsonNode report =
                month.auditor().get("/v1/pay-runs/" + run + "/fairness").json();
        assertThat(report.path("all").path("people").asInt()).isEqualTo(2);
        assertThat(report.path("all").path("gini").asString())
                .as("half the difference of 2000 over the sum of 12800")
                .isEqualTo("0.078125");
        assertThat(group(report, "bySex", "female").path("totalFen").asLong()).isEqualTo(7400);
        assertThat(group(report, "byTitle", "senior").path("fenPerHour").asLong())
                .isEqualTo(1800);
        assertThat(group(report, "byInstitution", month.code(village))
                        .path("people")
                        .asInt())
                .isEqualTo(1);
        assertThat(group(report, "byTier", "township-health-centre")
                        .path("people")
                        .asInt())
                .as("whoever serves twice is one person")
                .isEqualTo(2);
        assertThat(report.path("lorenz").size()).isEqualTo(11);
        assertThat(report.path("lorenz").path(10).asString()).isEqualTo("1.000000");
        assertThat(report.path("byWorkload")
                        .valueStream()
                        .mapToInt(one -> one.path("people").asInt())
                        .sum())
                .isEqualTo(2);
    }

    private static JsonNode group(JsonNode report, String kind, String name) {
        return report.path(kind)
                .valueStream()
                .filter(one -> one.path("group").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
