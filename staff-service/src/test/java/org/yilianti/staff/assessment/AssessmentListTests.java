package org.yilianti.staff.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Results of assessments in and out as a file (R5, R13). */
@ServiceTest
class AssessmentListTests {

    private static final String HEADER = "licence_number,held_on,result,suspended_from,note\n";

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate before = today.minusMonths(5);
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);

    @BeforeEach
    void twoPhysiciansOfTwoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        first = created(registry.hr().post("/v1/licences", licence(registry.physicianAt(1, "T01"), "N1", "T01")));
        created(registry.hr().post("/v1/licences", licence(registry.physicianAt(2, "T02"), "N2", "T02")));
    }

    /** One failed five months ago and repeated today, one passed. */
    private String three() {
        return HEADER + "N1,%1$s,failed,%1$s,理论\nN2,%1$s,passed,,\nN1,%2$s,passed,,补考\n".formatted(before, today);
    }

    private String licenceStatus() {
        return registry.hr().get("/v1/licences/" + first).json().path("status").asString();
    }

    private JsonNode assessments() {
        return registry.hr().get("/v1/assessments").json().path("items");
    }

    @Test
    void aFailedResultOfAFileSuspendsAndItsRepeatInTheSameFileEndsThat_R5() {
        JsonNode failed =
                registry.imported("assessments", three().lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        assertThat(failed.path("created").asInt()).as(failed.toString()).isEqualTo(1);
        assertThat(licenceStatus()).isEqualTo("suspended");
        JsonNode job = registry.imported("assessments", three());
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.path("unchanged").asInt()).isEqualTo(1);
        assertThat(licenceStatus()).isEqualTo("active");
        assertThat(assessments()).hasSize(3);
    }

    @Test
    void theSheetThatIsExportedChangesNothingWhenItComesBack_R13() {
        registry.imported("assessments", three());
        String sheet = registry.hr().get("/v1/exports/assessments").body();
        assertThat(sheet.lines()).hasSize(4);
        JsonNode again = registry.imported("assessments", sheet);
        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(3);
        assertThat(registry.as(Role.AUDITOR, "T02")
                        .get("/v1/exports/assessments")
                        .body())
                .contains("N2")
                .doesNotContain("N1");
    }

    @Test
    void aDryRunSuspendsNobody_R13() {
        JsonNode job = registry.imported(registry.hr(), "assessments", three(), true);
        assertThat(job.path("created").asInt()).isEqualTo(3);
        assertThat(assessments()).isEmpty();
        assertThat(licenceStatus()).isEqualTo("active");
    }

    @Test
    void eachRowThatIsNotTakenSaysWhyAndTheOthersAreTaken_R13() {
        String since = today.minusYears(1).toString();
        UUID nurse = registry.physicianAt(3, "T01");
        Map<String, Object> unassessed = licence(nurse, "N3", "T01", "kind", "nurse", "category", "nursing");
        unassessed.putAll(
                Map.of("validFrom", since, "validTo", today.plusYears(1).toString()));
        created(registry.hr().post("/v1/licences", unassessed));
        JsonNode job = registry.imported(
                "assessments",
                HEADER
                        + "N1,%1$s,failed,%1$s,\nN1,%2$s,passed,,\nN9,%1$s,passed,,\nN3,%1$s,passed,,\nN2,2199-01-01,passed,,\n"
                                .formatted(today, today.minusDays(1))
                        + "N2,%1$s,passed,,\nN2,%2$s,maybe,,\n".formatted(today, today.minusDays(1)));
        String reasons = registry.hr()
                .get("/v1/imports/" + job.path("id").asString() + "/rows")
                .body();
        assertThat(job.path("created").asInt()).as(reasons).isEqualTo(2);
        assertThat(reasons)
                .contains(
                        "assessment.retake-too-early",
                        "licence.unknown",
                        "assessment.not-assessed",
                        "in-future",
                        "unknown-value");
        JsonNode other = registry.imported("assessments", HEADER + "N2,%s,failed,%s,\n".formatted(today, today));
        assertThat(other.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.hr()
                        .get("/v1/imports/" + other.path("id").asString() + "/rows")
                        .body())
                .contains("assessment-differs");
    }

    @Test
    void anOfficeRecordsNothingForLicencesOfAnother_R13() {
        JsonNode job = registry.imported(registry.as(Role.HR_OFFICER, "T02"), "assessments", three(), false);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        assertThat(licenceStatus()).isEqualTo("active");
    }

    @Test
    void theTemplateExplainsItsCodesInBothLanguages_R13() {
        Map.of("assessments", "licence_number", "training-credits", "staff_no").forEach((list, column) -> {
            assertThat(registry.hr().get("/v1/import-templates/" + list).body()).contains(column);
            assertThat(registry.hr()
                            .get("/v1/import-templates/" + list + "?format=xlsx")
                            .status())
                    .isEqualTo(200);
        });
    }
}
