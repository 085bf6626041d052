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

/** Directors' tenures with their targets in and out as a file (R10, R13). */
@ServiceTest
class TenureListTests {

    private static final String HEADER = "institution_code,post,term_from,staff_no,method,announced_on,candidates,"
            + "notice_from,notice_to,targets\n";
    private static final String TARGETS = "\"vaccination|95|0.6|接种率\noutreach|2400|0.4|下村|巡诊人次\"";
    private static final String TWO = HEADER
            + "T01,院长,2026-03-01,S00001,open-competition,2026-01-05,3,2026-02-02,2026-02-12," + TARGETS + "\n"
            + "T02,院长,2026-03-01,S00002,appointment,2026-01-05,1,2026-02-02,2026-02-12,a|1|1|一\n";

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

    private JsonNode tenure(String institution) {
        return registry.hr()
                .get("/v1/director-tenures?institution=" + institution)
                .json()
                .path("items")
                .path(0);
    }

    private void agree(String institution) {
        String id = tenure(institution).path("id").asString();
        assertThat(registry.as(Role.REGISTRAR, "*")
                        .post("/v1/director-tenures/" + id + "/agreements", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tenuresWithTheirTargetsAreTakenOnceAndTheSheetThatIsExportedChangesNothing_R13() {
        JsonNode job = registry.imported("director-tenures", TWO);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(tenure("T01").path("targets")).hasSize(2);
        assertThat(tenure("T01").path("targets").path(1).path("title").asString())
                .isEqualTo("下村|巡诊人次");
        JsonNode again = registry.imported("director-tenures", registry.sheet("director-tenures"));
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(2);
    }

    @Test
    void aFileProposesTargetsAndNeverAgreesToThem_R10() {
        registry.imported("director-tenures", TWO);
        assertThat(tenure("T02").path("agreedBy").isNull()).isTrue();
        JsonNode aimed = registry.imported("director-tenures", TWO.replace("a|1|1|一", "a|2|1|一"));
        assertThat(aimed.path("changed").asInt()).as(registry.reasons(aimed)).isEqualTo(1);
        agree("T02");
        JsonNode later = registry.imported("director-tenures", TWO.replace("a|1|1|一", "a|3|1|一"));
        assertThat(later.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.reasons(later)).contains("tenure-differs");
        assertThat(tenure("T02").path("targets").path(0).path("goal").asInt()).isEqualTo(2);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R13() {
        registry.imported("director-tenures", TWO);
        String row = "2026-03-01,S00001,open-competition,2026-01-05,3,2026-02-02,2026-02-12,";
        JsonNode job = registry.imported(
                "director-tenures",
                HEADER + "T02,副院长," + row + "a|1|1|一\n"
                        + "T02,书记,2027-03-01,S00009,open-competition,2026-01-05,3,2026-02-02,2026-02-12,a|1|1|一\n"
                        + "T01,主任," + row.replace("S00001", "S00002") + "a|1|0.5|一\n"
                        + "T09,主任," + row + "a|1|1|一\n"
                        + "T01,科长,2030-03-01,S00001,lottery,2026-01-05,3,2026-02-02,2026-02-03,\n"
                        + "T01,院长,2026-05-01,S00002,appointment,2026-01-05,3,2026-02-02,2026-02-12,a|1|1|一\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(6);
        assertThat(registry.reasons(job))
                .contains(
                        "tenure.second-post",
                        "unknown-member",
                        "weights-sum",
                        "unknown-institution",
                        "unknown-value",
                        "required",
                        "tenure.post-held");
    }

    /** A post is the same however it is written, as the table compares it; a row counts for those after it. */
    @Test
    void rowsOfOneFileAreJudgedAgainstEachOther_R10_R13() {
        String how = ",appointment,2026-01-05,1,2026-02-02,2026-02-12,a|1|1|一\n";
        JsonNode job = registry.imported(
                "director-tenures",
                HEADER + "T01,Director,2026-03-01,S00001" + how
                        + "T01,director,2026-03-01,S00002" + how
                        + "T01,ＤＩＲＥＣＴＯＲ,2028-03-01,S00002" + how
                        + "T02,Director,2028-03-01,S00001" + how
                        + "T02,Director,2029-03-01,S00001" + how);
        assertThat(job.path("status").asString()).isEqualTo("finished");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(3);
        assertThat(registry.reasons(job)).contains("tenure.post-held", "tenure.second-post");
    }

    @Test
    void anOfficeTakesAndExportsOnlyThoseOfItsInstitution_R13() {
        var office = registry.as(Role.HR_OFFICER, "T01");
        JsonNode job = registry.imported(office, "director-tenures", TWO, false);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("outside-scope");
        registry.imported("director-tenures", TWO);
        assertThat(office.get("/v1/exports/director-tenures").body())
                .contains("S00001")
                .doesNotContain("S00002");
    }
}
