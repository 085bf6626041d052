package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

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

/** Courses and their sessions in and out as files (R7, R13). */
@ServiceTest
class CourseListTests {

    private static final String COURSES = "institution_code,title,valid_from,kind,credit_class,credits,valid_to\n";
    private static final String TWO = COURSES + "T01,基层急救,2026-01-01,lecture,class-i,5.0,2060-01-01\n"
            + "T02,慢病管理,2026-01-01,further-training,class-ii,2.5,2060-01-01\n";
    private static final String SESSIONS =
            "institution_code,course,starts_on,place,ends_on,apply_until,capacity,cost_fen\n";
    private static final String HELD = SESSIONS + "T01,基层急救,2055-03-01,示教室一,2055-03-02,2055-02-01,20,15000\n"
            + "T02,慢病管理,2055-04-01,示教室二,2055-04-01,2055-03-01,10,0\n";

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private String sheet(String list) {
        return registry.hr()
                .get("/v1/exports/" + list)
                .body()
                .replace("\r\n", "\n")
                .replace("\uFEFF", "");
    }

    private JsonNode first(String list) {
        return registry.hr().get("/v1/" + list).json().path("items").path(0);
    }

    @Test
    void coursesAndSessionsAreTakenOnceAndTheSheetsThatAreExportedChangeNothing_R13() {
        JsonNode courses = registry.imported("training-programmes", TWO);
        assertThat(courses.path("created").asInt())
                .as(registry.reasons(courses))
                .isEqualTo(2);
        JsonNode sessions = registry.imported("training-sessions", HELD);
        assertThat(sessions.path("created").asInt())
                .as(registry.reasons(sessions))
                .isEqualTo(2);
        assertThat(sheet("training-programmes").lines()).containsExactlyInAnyOrder(TWO.split("\n"));
        assertThat(sheet("training-sessions")).isEqualTo(HELD);
        for (String list : new String[] {"training-programmes", "training-sessions"}) {
            JsonNode again = registry.imported(list, sheet(list));
            assertThat(again.path("unchanged").asInt())
                    .as(registry.reasons(again))
                    .isEqualTo(2);
        }
    }

    @Test
    void aRowWithAKnownKeyRevisesTheCourseOrSession_R13() {
        registry.imported("training-programmes", TWO);
        registry.imported("training-sessions", HELD);
        JsonNode course = registry.imported(
                "training-programmes", COURSES + "T01,基层急救,2026-01-01,lecture,class-i,6.0,2060-01-01\n");
        assertThat(course.path("changed").asInt()).as(registry.reasons(course)).isEqualTo(1);
        JsonNode session = registry.imported(
                "training-sessions", SESSIONS + "T01,基层急救,2055-03-01,示教室一,2055-03-02,2055-02-01,25,15000\n");
        assertThat(session.path("changed").asInt())
                .as(registry.reasons(session))
                .isEqualTo(1);
        assertThat(first("training-sessions").path("capacity").asInt()).isEqualTo(25);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=session.revised")
                        .body())
                .contains(first("training-sessions").path("id").asString());
    }

    @Test
    void aFileMakesNoStandingCourseAndKeepsPublishedCriteria_R7() {
        JsonNode standing =
                registry.imported("training-programmes", COURSES + "T01,常设课程,2026-01-01,lecture,class-i,5.0,\n");
        assertThat(registry.reasons(standing)).contains("valid_to", "required");
        TrainingDesk desk = new TrainingDesk(registry, today);
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T01")));
        UUID id = created(
                registry.hr().post("/v1/training-sessions", desk.session(course, "criteria", TrainingDesk.criteria())));
        JsonNode more = registry.imported(
                "training-sessions", sheet("training-sessions").replace(",1,0\n", ",3,0\n"));
        assertThat(more.path("changed").asInt()).as(registry.reasons(more)).isEqualTo(1);
        JsonNode session = registry.hr().get("/v1/training-sessions/" + id).json();
        assertThat(session.path("capacity").asInt()).isEqualTo(3);
        assertThat(session.path("criteria")).hasSize(2);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R13() {
        registry.imported("training-programmes", TWO);
        JsonNode courses = registry.imported(
                "training-programmes",
                COURSES + "T09,a,2026-01-01,lecture,class-i,5.0,2060-01-01\n"
                        + "T01,b,2026-01-01,party,class-i,5.0,2060-01-01\n"
                        + "T01,c,2026-01-01,lecture,class-i,500,2060-01-01\n"
                        + "T01,d,2026-01-01,lecture,class-i,5.0,2025-01-01\n");
        assertThat(courses.path("rejected").asInt()).isEqualTo(4);
        assertThat(registry.reasons(courses))
                .contains("unknown-institution", "unknown-value", "out-of-range", "period-inverted");
        JsonNode sessions = registry.imported(
                "training-sessions",
                SESSIONS + "T01,没有的课,2055-03-01,a,2055-03-02,2055-02-01,20,0\n"
                        + "T01,基层急救,2065-03-01,a,2065-03-02,2065-02-01,20,0\n"
                        + "T01,基层急救,2026-03-01,a,2026-03-02,2026-02-01,20,0\n"
                        + "T01,基层急救,2055-03-01,a,2055-02-02,2055-02-01,20,0\n"
                        + "T01,基层急救,2055-03-01,b,2055-03-02,2055-04-01,20,0\n");
        assertThat(sessions.path("rejected").asInt()).isEqualTo(5);
        assertThat(registry.reasons(sessions)).contains("unknown-course", "in-past", "days-inverted", "too-late");
    }

    @Test
    void aSessionThatWasCancelledDoesNotComeBackByAFile_R7() {
        registry.imported("training-programmes", TWO);
        registry.imported("training-sessions", HELD);
        String id = first("training-sessions").path("id").asString();
        registry.hr().post("/v1/training-sessions/" + id + "/cancellations", Map.of("reason", "no teacher"));
        assertThat(sheet("training-sessions").lines()).hasSize(2);
        JsonNode again = registry.imported("training-sessions", HELD);
        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        assertThat(registry.reasons(again)).contains("session.state");
    }

    @Test
    void anOfficeTakesAndExportsOnlyWhatItsInstitutionHolds_R13() {
        var office = registry.as(Role.HR_OFFICER, "T01");
        JsonNode job = registry.imported(office, "training-programmes", TWO, false);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("outside-scope");
        registry.imported("training-programmes", TWO);
        JsonNode sessions = registry.imported(office, "training-sessions", HELD, false);
        assertThat(sessions.path("created").asInt()).isEqualTo(1);
        assertThat(registry.reasons(sessions)).contains("outside-scope");
        assertThat(office.get("/v1/exports/training-programmes").body())
                .contains("基层急救")
                .doesNotContain("慢病管理");
    }
}
