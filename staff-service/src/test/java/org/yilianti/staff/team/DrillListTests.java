package org.yilianti.staff.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Drills with all who were called, in and out as a file (R12, R13). */
@ServiceTest
class DrillListTests {

    private static final String LIST = "emergency-drills";
    private static final String HEADER = "institution_code,team,held_on,subject,arrivals\n";
    private static final String TWO =
            HEADER + "T01,一队,2026-03-01,演练,S00001=45;S00002=\n" + "T02,二队,2026-03-02,拉练,S00003=200\n";

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoTeams() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T01");
        registry.physicianAt(3, "T02");
        registry.imported(
                "emergency-teams",
                "institution_code,name,purpose,needs,term_from\nT01,一队,disaster,,2026-01-01\nT02,二队,disaster,,2026-01-01\n");
        JsonNode job = registry.imported(
                "emergency-team-members",
                "institution_code,team,staff_no,duty,skills\nT01,一队,S00001,leader,\nT01,一队,S00002,member,\nT02,二队,S00003,leader,\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(3);
    }

    private JsonNode drills() {
        return registry.hr().get("/v1/emergency-drills").json().path("items");
    }

    @Test
    void drillsAreTakenOnceWithWhoCameAndTheSheetThatIsExportedChangesNothing_R12_R13() {
        assertThat(registry.imported(registry.hr(), LIST, TWO, true)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(drills()).isEmpty();
        JsonNode job = registry.imported(LIST, TWO);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(TWO);
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        assertThat(drills()).hasSize(2);
        assertThat(registry.hr().get("/v1/emergency-team-members").json().path("items"))
                .anySatisfy(one -> assertThat(one.path("verifiedBy").isString()).isTrue());
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=team.drilled")
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void theSameFileIsTheSameHoweverItsCellsAreSpelled_R12_R13() {
        String spelled = HEADER + "T01,一队,2026-03-01,甲,S00002=;S00001 = 045\n";
        assertThat(registry.imported(LIST, spelled).path("created").asInt()).isEqualTo(1);
        JsonNode again = registry.imported(LIST, spelled);
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(1);
        JsonNode plain = registry.imported(LIST, HEADER + "T01,一队,2026-03-01,甲,S00001=45;S00002=\n");
        assertThat(plain.path("unchanged").asInt()).as(registry.reasons(plain)).isEqualTo(1);
        JsonNode other = registry.imported(LIST, HEADER + "T01,一队,2026-03-01,甲,S00001=46;S00002=\n");
        assertThat(registry.reasons(other)).contains("drill-differs");
    }

    @Test
    void whatADissolvedTeamDidIsNotToldOfTheNextOfItsName_R12_R13() {
        registry.imported(LIST, TWO);
        String address = "/v1/emergency-teams/"
                + registry.hr()
                        .get("/v1/emergency-teams?institution=T01")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        Answer dissolved = registry.hr().post(address + "/dissolutions", Map.of("reason", "merged into another"));
        assertThat(dissolved.status()).as(dissolved.body()).isLessThan(300);
        registry.imported(
                "emergency-teams", "institution_code,name,purpose,needs,term_from\nT01,一队,disaster,,2026-05-01\n");
        assertThat(registry.sheet(LIST)).doesNotContain("一队").contains("二队");
    }

    @Test
    void drillsOfOneTeamFollowEachOtherAndEachIsTold_R12_R13() {
        JsonNode job = registry.imported(
                LIST, HEADER + "T01,一队,2026-03-01,甲,S00001=45;S00002=\n" + "T01,一队,2026-03-02,乙,S00001=30;S00002=50\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        UUID team = UUID.fromString(registry.hr()
                .get("/v1/emergency-teams?institution=T01")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
        await().untilAsserted(() -> {
            List<String> told = events.bodies("staff.emergency-teams", team);
            assertThat(told).as("set up, two members, two drills").hasSize(5);
            assertThat(told.get(3))
                    .contains("\"version\":4", "\"readyMinutes\":45")
                    .doesNotContain("\"readyMinutes\":50");
            assertThat(told.get(4)).contains("\"version\":5", "\"readyMinutes\":30", "\"readyMinutes\":50");
        });
        assertThat(registry.hr()
                        .get("/v1/emergency-teams/" + team)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R12_R13() {
        registry.imported(LIST, TWO);
        JsonNode job = registry.imported(
                LIST,
                HEADER + "T01,一队,2026-03-01,演练,S00001=50;S00002=\n"
                        + "T01,一队,2026-03-05,甲,S00003=10\n"
                        + "T01,一队,2026-03-06,乙,S00001=10;S00001=11\n"
                        + "T01,一队,2026-03-07,丙,\n"
                        + "T01,一队,2199-03-01,丁,S00001=1\n"
                        + "T01,三队,2026-03-01,戊,S00001=1\n"
                        + "T01,一队,2026-03-08,己,S00001=-5\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "drill-differs",
                        "unknown-team-member",
                        "repeated",
                        "required",
                        "in-future",
                        "team.unknown",
                        "out-of-range");
        assertThat(drills()).hasSize(2);
    }

    @Test
    void anOfficeTakesAndSeesOnlyTheDrillsOfItsInstitution_R12_R13() {
        var office = registry.as(Role.HR_OFFICER, "T01");
        JsonNode job = registry.imported(office, LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("outside-scope");
        registry.imported(LIST, TWO);
        assertThat(office.get("/v1/exports/" + LIST).body()).contains("演练").doesNotContain("拉练");
    }
}
