package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R7, R13: who attended and passed, from files. */
@ServiceTest
class TrainingResultListTests {

    private static final String LIST = "training-results";
    private static final String HEADER =
            "institution_code,course,starts_on,place,staff_no,attended_percent,assessment,note\n";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, TODAY);
    private UUID session = new UUID(0, 0);

    /** The session of one centre takes place today, and staff of another takes part. */
    @BeforeEach
    void aSessionWithTwoPlaces() {
        registry = Registry.empty(port);
        desk = new TrainingDesk(registry, TODAY);
        registry.institution("T01");
        registry.institution("T02");
        session = desk.announced("T01", "capacity", 2);
        for (int number = 1; number <= 3; number++) {
            created(desk.apply(session, registry.physicianAt(number, "T02")));
        }
    }

    private static String row(int number, String cells) {
        return "T01,基层高血压管理,%s,示教室一,S%05d,%s\n".formatted(TODAY, number, cells);
    }

    private JsonNode credits() {
        return registry.hr().get("/v1/training-credits").json().path("items");
    }

    @Test
    void theSheetIsFilledInTakenOnceAndEarnsCredits_R7_R13() {
        assertThat(registry.sheet(LIST))
                .as("whoever waits had no place")
                .isEqualTo(HEADER + row(1, ",,") + row(2, ",,"));
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        String filled = HEADER + row(1, "95,passed,优秀") + row(2, "50,passed,");
        assertThat(registry.imported(registry.hr(), LIST, filled, true)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(credits()).isEmpty();
        JsonNode job = registry.imported(LIST, filled);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER + row(1, "95,passed,优秀") + row(2, "50,failed,"));
        assertThat(credits()).singleElement().satisfies(credit -> {
            UUID id = UUID.fromString(credit.path("id").asString());
            await().untilAsserted(() ->
                    assertThat(events.bodies("staff.training-credits", id)).hasSize(1));
        });
        for (String again : new String[] {filled, registry.sheet(LIST)}) {
            assertThat(registry.imported(LIST, again).path("unchanged").asInt()).isEqualTo(2);
        }
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=enrolment.ended")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(credits()).hasSize(1);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R7_R13() {
        registry.imported(LIST, HEADER + row(1, "95,passed,"));
        registry.physicianAt(4, "T02");
        UUID later = desk.announced(
                "T01",
                "startsOn",
                TODAY.plusDays(3).toString(),
                "endsOn",
                TODAY.plusDays(4).toString());
        UUID first = UUID.fromString(registry.hr()
                .get("/v1/training-enrolments?session=" + session)
                .json()
                .path("items")
                .path(0)
                .path("memberId")
                .asString());
        created(desk.apply(later, first));
        JsonNode job = registry.imported(
                LIST,
                HEADER
                        + row(1, "40,failed,")
                        + row(2, "101,passed,")
                        + row(3, "90,passed,")
                        + row(4, "90,passed,")
                        + row(9, "90,passed,")
                        + row(1, "90,passed,")
                                .replace(TODAY.toString(), TODAY.plusDays(3).toString())
                        + row(2, "90,passed,").replace("示教室一", "操场")
                        + row(2, "90,,").replace("T01", "T02"));
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(8);
        assertThat(registry.reasons(job))
                .contains(
                        "training-result-differs",
                        "out-of-range",
                        "enrolment.state",
                        "enrolment-none",
                        "unknown-member",
                        "session.not-over",
                        "unknown-session");
        assertThat(credits()).hasSize(1);
    }

    @Test
    void onlyTheInstitutionThatHeldItRecordsAndSeesThem_R7_R13() {
        String filled = HEADER + row(1, "95,passed,");
        JsonNode job = registry.imported(registry.as(Role.HR_OFFICER, "T02"), LIST, filled, false);
        assertThat(registry.reasons(job)).contains("outside-scope");
        var host = registry.as(Role.HR_OFFICER, "T01");
        JsonNode taken = registry.imported(host, LIST, filled, false);
        assertThat(taken.path("created").asInt()).as(registry.reasons(taken)).isEqualTo(1);
        assertThat(host.get("/v1/exports/" + LIST).body()).contains("S00001");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/exports/" + LIST)
                        .body())
                .doesNotContain("S00001");
    }
}
