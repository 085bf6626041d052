package org.yilianti.staff.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Who serves in emergency teams, in and out as a file (R12, R13). */
@ServiceTest
class TeamMemberListTests {

    private static final String HEADER = "institution_code,team,staff_no,duty,skills\n";
    private static final String THREE = HEADER + "H01,县应急队,S00001,leader,intubation;triage\n"
            + "H01,县应急队,S00002,deputy,\nH01,县应急队,S00003,reserve,triage\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void aTeamOfTheHospitalAndThreePhysicians() {
        registry = Registry.empty(port);
        List.of("H01", "T01").forEach(registry::institution);
        team("县应急队");
        registry.physicianAt(1, "H01");
        registry.physicianAt(2, "T01");
        registry.physicianAt(3, "T01");
    }

    private UUID team(String name) {
        Map<String, Object> body =
                Map.of("institutionCode", "H01", "name", name, "purpose", "flood", "termFrom", "2026-01-01");
        return created(registry.hr().post("/v1/emergency-teams", body));
    }

    @Test
    void aTeamIsFilledFromAFileAndTheSheetThatIsExportedChangesNothing_R13() {
        JsonNode job = registry.imported("emergency-team-members", THREE);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(3);
        String sheet = registry.hr().get("/v1/exports/emergency-team-members").body();
        assertThat(sheet.replace("\r\n", "\n").replace("\uFEFF", "")).isEqualTo(THREE);
        assertThat(registry.imported("emergency-team-members", sheet)
                        .path("unchanged")
                        .asInt())
                .isEqualTo(3);
        JsonNode revised = registry.imported("emergency-team-members", HEADER + "H01,县应急队,S00003,member,triage;ecmo\n");
        assertThat(revised.path("changed").asInt())
                .as(registry.reasons(revised))
                .isEqualTo(1);
        assertThat(registry.hr().get("/v1/emergency-team-members?duty=member").body())
                .contains("ecmo");
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R13() {
        registry.imported("emergency-team-members", THREE);
        team("化学事故队");
        JsonNode job = registry.imported(
                "emergency-team-members",
                HEADER + "H01,县应急队,S00002,leader,\nH01,化学事故队,S00001,member,\nH01,没有的队,S00001,reserve,\n"
                        + "H01,化学事故队,S00009,member,\nH01,化学事故队,S00003,reserve,Not A Code\n"
                        + "H01,化学事故队,S00002,reserve,a;a\nH01,化学事故队,S00002,chief,\n");
        assertThat(job.path("rejected").asInt()).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "team.has-leader",
                        "team.counts-elsewhere",
                        "team.unknown",
                        "unknown-member",
                        "invalid-code",
                        "repeated",
                        "duplicate-key");
    }

    @Test
    void whoeverStopsCountingInOneTeamCountsInAnotherByTheSameFile_R12_R13() {
        registry.imported("emergency-team-members", THREE);
        team("化学事故队");
        JsonNode both = registry.imported(
                "emergency-team-members", HEADER + "H01,化学事故队,S00001,leader,\nH01,县应急队,S00001,reserve,\n");
        assertThat(registry.reasons(both)).contains("team.counts-elsewhere");
        assertThat(both.path("changed").asInt()).isEqualTo(1);
        registry.imported("emergency-team-members", THREE);
        JsonNode moved = registry.imported(
                "emergency-team-members", HEADER + "H01,县应急队,S00001,reserve,\nH01,化学事故队,S00001,leader,\n");
        assertThat(moved.path("changed").asInt()).as(registry.reasons(moved)).isEqualTo(1);
        assertThat(moved.path("created").asInt()).as(registry.reasons(moved)).isEqualTo(1);
    }

    @Test
    void anOfficeFillsAndExportsOnlyTheTeamsThatItKeeps_R13() {
        JsonNode job = registry.imported(registry.as(Role.HR_OFFICER, "T01"), "emergency-team-members", THREE, false);
        assertThat(job.path("rejected").asInt()).isEqualTo(3);
        registry.imported("emergency-team-members", THREE);
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/exports/emergency-team-members")
                        .body())
                .doesNotContain("S0000");
    }

    @Test
    void aDryRunLeavesTheTeamEmpty_R13() {
        JsonNode job = registry.imported(registry.hr(), "emergency-team-members", THREE, true);
        assertThat(job.path("created").asInt()).isEqualTo(3);
        assertThat(registry.hr().get("/v1/emergency-team-members").json().path("items"))
                .isEmpty();
    }
}
