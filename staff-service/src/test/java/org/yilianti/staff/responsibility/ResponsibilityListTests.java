package org.yilianti.staff.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** The responsibility tree and who answers for it, in and out as files (R11, R13). */
@ServiceTest
class ResponsibilityListTests {

    private static final String UNITS = "responsibility-units";
    private static final String PEOPLE = "responsible-people";
    private static final String UNIT_HEADER =
            "level,institution_code,name,valid_from,parent_institution_code,parent_name,valid_to\n";
    private static final String TREE = UNIT_HEADER + "leading-group,T01,领导小组,2026-01-01,,,\n"
            + "management-office,T01,公卫办,2026-01-01,T01,领导小组,\n"
            + "institution,T01,T01公卫科,2026-02-01,T01,公卫办,\n"
            + "institution,T02,T02公卫科,2026-02-01,T01,公卫办,2027-01-01\n";
    private static final String HEADER =
            "level,institution_code,unit,staff_no,valid_from,duty,full_time,valid_to,ending_reason\n";
    private static final String NAMED = HEADER + "leading-group,T01,领导小组,S00001,2026-01-01,head,false,,\n"
            + "institution,T01,T01公卫科,S00001,2026-02-01,head,true,2026-06-01,轮岗\n"
            + "institution,T02,T02公卫科,S00002,2026-02-01,officer,false,,\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoPhysiciansOfTwoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
    }

    @Test
    void theTreeAndItsPeopleAreTakenOnceAndTheSheetsThatAreExportedChangeNothing_R11_R13() {
        assertThat(registry.imported(registry.hr(), UNITS, TREE, true)
                        .path("created")
                        .asInt())
                .isEqualTo(4);
        assertThat(registry.sheet(UNITS)).isEqualTo(UNIT_HEADER);
        JsonNode tree = registry.imported(registry.as(Role.ASSOCIATION_ADMIN, "*"), UNITS, TREE, false);
        assertThat(tree.path("created").asInt()).as(tree.toString()).isEqualTo(4);
        assertThat(registry.sheet(UNITS)).isEqualTo(TREE);
        JsonNode named = registry.imported(PEOPLE, NAMED);
        assertThat(named.path("created").asInt()).as(registry.reasons(named)).isEqualTo(3);
        assertThat(registry.sheet(PEOPLE)).isEqualTo(NAMED);
        assertThat(registry.imported(UNITS, registry.sheet(UNITS))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(4);
        assertThat(registry.imported(PEOPLE, registry.sheet(PEOPLE))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void eachUnitThatIsNotTakenSaysWhy_R11_R13() {
        registry.imported(UNITS, TREE);
        JsonNode job = registry.imported(
                UNITS,
                UNIT_HEADER + "leading-group,T02,另一小组,2026-03-01,,,\n"
                        + "management-office,T02,无上级,2026-03-01,,,\n"
                        + "institution,T02,越级,2026-03-01,T01,领导小组,\n"
                        + "institution,T01,T01公卫科,2026-02-01,T01,公卫办,2028-01-01\n"
                        + "institution,T09,无此机构,2026-03-01,T01,公卫办,\n"
                        + "ministry,T01,部,2026-03-01,,,\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(6);
        assertThat(registry.reasons(job))
                .contains(
                        "responsibility.unit-exists",
                        "responsibility-parent-unfit",
                        "responsibility-differs",
                        "unknown-institution",
                        "unknown-value");
    }

    @Test
    void whoIsNamedIsReleasedByARowWithAReasonAndNoOtherWordChanges_R11_R13() {
        registry.imported(UNITS, TREE);
        registry.imported(PEOPLE, NAMED);
        String row = "institution,T02,T02公卫科,S00002,2026-02-01,officer,false,2026-09-01,";
        assertThat(registry.reasons(registry.imported(PEOPLE, HEADER + row + "\n")))
                .contains("ending_reason", "required");
        JsonNode job = registry.imported(PEOPLE, HEADER + row + "调离\n");
        assertThat(job.path("changed").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.sheet(PEOPLE)).contains("2026-09-01,调离");
        assertThat(registry.reasons(registry.imported(
                        PEOPLE, HEADER + "leading-group,T01,领导小组,S00001,2026-01-01,deputy,false,,\n")))
                .contains("responsibility-differs");
    }

    @Test
    void eachNamingThatIsNotTakenSaysWhy_R11_R13() {
        registry.imported(UNITS, TREE);
        registry.imported(PEOPLE, NAMED);
        JsonNode job = registry.imported(
                PEOPLE,
                HEADER + "leading-group,T01,领导小组,S00002,2026-03-01,head,false,,\n"
                        + "leading-group,T01,领导小组,S00001,2026-03-01,deputy,false,,\n"
                        + "management-office,T01,公卫办,S00001,2026-03-01,head,true,,\n"
                        + "institution,T01,T01公卫科,S00002,2026-03-01,officer,false,,\n"
                        + "institution,T01,别的科,S00001,2026-03-01,officer,false,,\n"
                        + "institution,T01,T01公卫科,S00009,2026-03-01,officer,false,,\n"
                        + "management-office,T01,公卫办,S00002,2026-03-01,officer,false,,原因\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "responsibility-has-head",
                        "responsibility-named",
                        "responsibility-full-time",
                        "responsibility-not-appointed",
                        "responsibility-no-unit",
                        "unknown-member",
                        "required");
    }

    @Test
    void anOfficeTakesAndSeesOnlyWhatIsOfItsInstitution_R11_R13() {
        var office = registry.as(Role.HR_OFFICER, "T02");
        assertThat(registry.reasons(registry.imported(office, UNITS, TREE, false)))
                .contains("outside-scope");
        registry.imported(UNITS, TREE);
        JsonNode job = registry.imported(office, PEOPLE, NAMED, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        registry.imported(PEOPLE, NAMED);
        assertThat(office.get("/v1/exports/" + UNITS).body()).contains("T02公卫科").doesNotContain("T01公卫科");
        assertThat(office.get("/v1/exports/" + PEOPLE).body())
                .contains("S00002")
                .doesNotContain("S00001");
        var admin = registry.as(Role.ASSOCIATION_ADMIN, "T02");
        assertThat(admin.get("/v1/exports/" + UNITS).body()).contains("T02公卫科").doesNotContain("T01公卫科");
        assertThat(admin.get("/v1/exports/" + PEOPLE).body()).contains("S00002").doesNotContain("S00001");
        assertThat(registry.as(Role.EVALUATOR, "*")
                        .post(
                                "/v1/imports?list=" + UNITS,
                                TREE,
                                UUID.randomUUID().toString(),
                                "text/csv")
                        .code())
                .isEqualTo("import.other-role");
    }
}
