package org.yilianti.staff.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Leave of absence in and out as a file (R3, R13). */
@ServiceTest
class LeaveListTests {

    private static final String HEADER = "staff_no,valid_from,kind,valid_to\n";
    private static final String THREE = HEADER + "S00001,2025-03-01,sick,2025-05-01\n"
            + "S00001,2055-03-01,study,\n"
            + "S00002,2025-03-01,maternity,2025-08-01\n";

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);

    @BeforeEach
    void twoPhysiciansOfTwoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        first = registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
    }

    private JsonNode leaves() {
        return registry.hr().get("/v1/members/" + first + "/leaves").json().path("items");
    }

    @Test
    void leaveIsTakenOnceAndTheSheetThatIsExportedChangesNothing_R13() {
        JsonNode job = registry.imported("leaves", THREE);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(3);
        String sheet = registry.hr().get("/v1/exports/leaves").body();
        assertThat(sheet.replace("\r\n", "\n").replace("\uFEFF", "")).isEqualTo(THREE);
        assertThat(registry.imported("leaves", sheet).path("unchanged").asInt()).isEqualTo(3);
        assertThat(leaves()).hasSize(2);
    }

    @Test
    void aRowWithAKnownFirstDayCorrectsThatLeaveAndOthersAreToldWithoutItsKind_R3() {
        registry.imported("leaves", THREE);
        JsonNode job = registry.imported("leaves", HEADER + "S00001,2025-03-01,sick,2025-06-01\n");
        assertThat(job.path("changed").asInt()).as(registry.reasons(job)).isEqualTo(1);
        UUID id = UUID.fromString(leaves().path(0).path("id").asString());
        await().untilAsserted(() -> assertThat(events.bodies("staff.leaves", id))
                .hasSize(2)
                .allSatisfy(told -> EventContract.assertValid("staff.leave-changed.v1", told))
                .noneMatch(told -> told.toString().contains("sick")));
    }

    @Test
    void aDryRunJudgesTheSameAndKeepsNothing_R13() {
        JsonNode job = registry.imported(registry.hr(), "leaves", THREE, true);
        assertThat(job.path("created").asInt()).isEqualTo(3);
        assertThat(leaves()).isEmpty();
    }

    @Test
    void eachRowThatIsNotTakenSaysWhyAndTheOthersAreTaken_R13() {
        registry.imported("leaves", THREE);
        JsonNode job = registry.imported(
                "leaves",
                HEADER + "S00001,2025-04-01,care,2025-07-01\n"
                        + "S00009,2025-04-01,care,2025-07-01\n"
                        + "S00002,2026-01-01,holiday,2026-02-01\n"
                        + "S00002,2026-01-02,care,2026-01-01\n"
                        + "S00002,2026-03-01,care,2026-03-11\n"
                        + "S00002,2026-03-05,care,2026-03-07\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(5);
        assertThat(registry.reasons(job))
                .contains("leave-overlaps", "unknown-member", "unknown-value", "period-inverted");
    }

    @Test
    void anOfficeTakesAndSeesOnlyThoseOfItsOwnPeople_R13() {
        JsonNode job = registry.imported(registry.as(Role.HR_OFFICER, "T01"), "leaves", THREE, false);
        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        registry.imported("leaves", THREE);
        assertThat(registry.as(Role.AUDITOR, "T02").get("/v1/exports/leaves").body())
                .contains("S00002")
                .doesNotContain("S00001");
    }
}
