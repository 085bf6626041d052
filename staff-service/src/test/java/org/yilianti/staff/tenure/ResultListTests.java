package org.yilianti.staff.tenure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** What directors reached, in and out as a file (R10, R13). */
@ServiceTest
class ResultListTests {

    private static final String LIST = "tenure-results";
    private static final String HEADER = "institution_code,post,term_from,year,reached\n";
    private static final String TWO =
            HEADER + "T01,院长,2023-01-01,1,\"vaccination|93.5\nrounds|2400\"\n" + "T02,院长,2024-01-01,1,a|1\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoDirectorsWithAgreedTargets() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
        JsonNode job = registry.imported(
                "director-tenures",
                "institution_code,post,term_from,staff_no,method,announced_on,candidates,notice_from,notice_to,targets\n"
                        + "T01,院长,2023-01-01,S00001,appointment,2022-10-05,1,2022-11-02,2022-11-12,"
                        + "\"vaccination|95|0.6|接种率\nrounds|2400|0.4|巡诊\"\n"
                        + "T02,院长,2024-01-01,S00002,appointment,2023-10-05,1,2023-11-02,2023-11-12,a|1|1|一\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        agree("T01");
        agree("T02");
    }

    private JsonNode tenure(String institution) {
        return registry.hr()
                .get("/v1/director-tenures?institution=" + institution)
                .json()
                .path("items")
                .path(0);
    }

    private void agree(String institution) {
        registrar("agreements", institution, Map.of());
    }

    private void registrar(String what, String institution, Object body) {
        String id = tenure(institution).path("id").asString();
        assertThat(registry.as(Role.REGISTRAR, "*")
                        .post("/v1/director-tenures/" + id + "/" + what, body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void resultsAreTakenOnceAndTheSheetThatIsExportedChangesNothing_R10_R13() {
        assertThat(registry.imported(registry.hr(), LIST, TWO, true)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        JsonNode job = registry.imported(registry.as(Role.EVALUATOR, "*"), LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        assertThat(registry.imported(LIST, TWO.replace("93.5", "94"))
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aFileNeverChangesWhatASecondPersonHasConfirmed_R10() {
        registry.imported(LIST, TWO);
        registrar("confirmations", "T02", Map.of("year", 1));
        JsonNode job = registry.imported(LIST, TWO.replace("a|1", "a|0.5"));
        assertThat(job.path("unchanged").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("tenure.confirmed");
        assertThat(registry.sheet(LIST)).contains("a|1").doesNotContain("a|0.5");
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R10_R13() {
        JsonNode job = registry.imported(
                LIST,
                HEADER + "T01,院长,2023-01-01,2,vaccination|90\n"
                        + "T02,院长,2024-01-01,0,a|1\n"
                        + "T02,院长,2024-01-01,1,\"a|1\nb|2\"\n"
                        + "T02,书记,2024-01-01,1,a|1\n"
                        + "T02,院长,2024-01-01,9,a|1\n"
                        + "T09,院长,2024-01-01,1,a|1\n"
                        + "T02,院长,2024-01-01,2,a|-1\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "required",
                        "tenure.not-over",
                        "tenure-no-target",
                        "tenure-none",
                        "tenure.no-such-year",
                        "unknown-institution",
                        "out-of-range");
    }

    @Test
    void aYearOrATargetThatIsNamedTwiceIsNotTakenTwice_R10_R13() {
        JsonNode job = registry.imported(
                LIST,
                HEADER + "T02,院长,2024-01-01,1,a|1\n"
                        + "T02,院长,2024-01-01,1.0,a|0.5\n"
                        + "T01,院长,2023-01-01,1,\"vaccination|1\nrounds|2400\nvaccination|95\"\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("duplicate-key", "repeated");
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER + "T02,院长,2024-01-01,1,a|1\n");
    }

    @Test
    void resultsOfADirectorWhoLeftEarlyComeAndGoAsWell_R10_R13() {
        String ended = "/v1/director-tenures/" + tenure("T02").path("id").asString() + "/endings";
        assertThat(registry.hr()
                        .post(ended, Map.of("endedOn", "2025-07-01", "reason", "调任"))
                        .status())
                .isEqualTo(200);
        JsonNode job = registry.imported(LIST, HEADER + "T02,院长,2024-01-01,0,a|0.8\nT02,院长,2024-01-01,3,a|1\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("tenure.no-such-year");
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER + "T02,院长,2024-01-01,0,a|0.8\n");
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anOfficeTakesAndSeesOnlyThoseOfItsInstitution_R10_R13() {
        var office = registry.as(Role.EVALUATOR, "T01");
        JsonNode job = registry.imported(office, LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        registry.imported(LIST, TWO);
        assertThat(office.get("/v1/exports/" + LIST).body()).contains("T01").doesNotContain("T02");
        assertThat(office.get("/v1/import-templates/" + LIST).status()).isEqualTo(200);
        assertThat(office.get("/v1/exports/members").code()).isEqualTo("export.other-role");
        assertThat(office.get("/v1/exports/" + LIST + "?reveal=true").code()).isEqualTo("export.no-reveal");
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/exports/" + LIST)
                        .body())
                .contains("T01")
                .doesNotContain("T02");
    }
}
