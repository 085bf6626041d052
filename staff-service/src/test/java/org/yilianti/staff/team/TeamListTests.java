package org.yilianti.staff.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Emergency teams in and out as a file (R12, R13). */
@ServiceTest
class TeamListTests {

    private static final String LIST = "emergency-teams";
    private static final String HEADER = "institution_code,name,purpose,needs,term_from\n";
    private static final String TWO = HEADER + "T01,一队,infectious-disease,intubation=2;epidemiology=1,2026-01-01\n"
            + "T02,二队,disaster,,2026-02-01\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private JsonNode team(String institution) {
        return registry.hr()
                .get("/v1/emergency-teams?institution=" + institution)
                .json()
                .path("items")
                .path(0);
    }

    @Test
    void teamsAreTakenOnceRevisedByARowAndTheSheetThatIsExportedChangesNothing_R12_R13() {
        assertThat(registry.imported(registry.hr(), LIST, TWO, true)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        JsonNode job = registry.imported(LIST, TWO);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.sheet(LIST).lines())
                .containsExactlyInAnyOrderElementsOf(TWO.lines().toList());
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        JsonNode revised = registry.imported(LIST, TWO.replace("intubation=2", "intubation=3"));
        assertThat(revised.path("changed").asInt())
                .as(registry.reasons(revised))
                .isEqualTo(1);
        assertThat(team("T01").path("version").asInt()).isEqualTo(2);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=team.revised")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhyAndNoFileRenewsATerm_R12_R13() {
        registry.imported(LIST, TWO);
        JsonNode job = registry.imported(
                LIST,
                HEADER + "T01,一队,infectious-disease,intubation=2,2029-01-01\n"
                        + "T09,三队,disaster,,2026-01-01\n"
                        + "T01,四队,Not A Code,intubation=0,2026-01-01\n"
                        + "T01,五队,disaster,intubation=1;intubation=2,2026-01-01\n"
                        + "T01,六队,disaster,intubation,\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(5);
        assertThat(registry.reasons(job))
                .contains("team-term", "unknown-institution", "invalid-code", "out-of-range", "repeated", "required");
        assertThat(team("T01").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void anOfficeTakesAndSeesOnlyTheTeamsOfItsInstitution_R12_R13() {
        var office = registry.as(Role.HR_OFFICER, "T01");
        JsonNode job = registry.imported(office, LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("outside-scope");
        registry.imported(LIST, TWO);
        assertThat(office.get("/v1/exports/" + LIST).body()).contains("一队").doesNotContain("二队");
    }
}
