package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Enrolments in and out as a file (R7, R13). */
@ServiceTest
class EnrolmentListTests {

    private static final String LIST = "training-enrolments";
    private static final String HEADER =
            "institution_code,course,starts_on,place,staff_no,priority,state,attended_percent\n";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String STARTS = TODAY.plusDays(30).toString();

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    /** Two places, at one yuan each. */
    @BeforeEach
    void aSessionOfOneCentreAndStaffOfTwo() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        for (int number = 1; number <= 3; number++) {
            registry.physicianAt(number, "T01");
        }
        registry.physicianAt(4, "T02");
        registry.imported(
                "training-programmes",
                "institution_code,title,valid_from,kind,credit_class,credits,valid_to\nT01,进修班,2026-01-01,lecture,class-i,5.0,2060-01-01\n");
        JsonNode job = registry.imported(
                "training-sessions",
                "institution_code,course,starts_on,place,ends_on,apply_until,capacity,cost_fen\nT01,进修班," + STARTS
                        + ",会议室," + TODAY.plusDays(31) + "," + TODAY.plusDays(10) + ",2,100\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        budget("T01", 100_000);
    }

    private void budget(String institution, int fen) {
        registry.imported(
                registry.as(Role.ASSOCIATION_ADMIN, "*"),
                "training-budgets",
                "institution_code,year,amount_fen\n" + institution + ","
                        + TODAY.plusDays(30).getYear() + "," + fen + "\n",
                false);
    }

    private static String row(String staffNo, String... cells) {
        return "T01,进修班," + STARTS + ",会议室," + staffNo + "," + (cells.length == 0 ? "5,," : String.join(",", cells))
                + "\n";
    }

    @Test
    void applicationsAreTakenOnceGetPlacesInTheirOrderAndTheSheetThatIsExportedChangesNothing_R7_R13() {
        String three = HEADER + row("S00001") + row("S00002") + row("S00003");
        assertThat(registry.imported(registry.hr(), LIST, three, true)
                        .path("created")
                        .asInt())
                .isEqualTo(3);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        JsonNode job = registry.imported(LIST, three);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(3);
        assertThat(registry.sheet(LIST))
                .isEqualTo(HEADER
                        + row("S00001", "5", "enrolled", "")
                        + row("S00002", "5", "enrolled", "")
                        + row("S00003", "5", "waiting", ""));
        assertThat(registry.imported(LIST, registry.sheet(LIST))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(3);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=enrolment.applied")
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void morePlacesOfAFileGoToThoseWhoWaitEachWithATrace_R7_R13() {
        registry.imported(LIST, HEADER + row("S00001") + row("S00002") + row("S00003"));
        JsonNode more = registry.imported(
                "training-sessions", registry.sheet("training-sessions").replace(",2,100\n", ",3,100\n"));
        assertThat(more.path("changed").asInt()).as(registry.reasons(more)).isEqualTo(1);
        assertThat(registry.sheet(LIST)).contains(row("S00003", "5", "enrolled", ""));
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=enrolment.moved-up")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R7_R13() {
        registry.imported(LIST, HEADER + row("S00001"));
        JsonNode job = registry.imported(
                LIST,
                HEADER
                        + row("S00001", "9", "", "")
                        + row("S00002", "5", "passed", "100")
                        + row("S00009")
                        + row("S00003", "11", "", "")
                        + row("S00004")
                        + row("S00003").replace("会议室", "操场"));
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(6);
        assertThat(registry.reasons(job))
                .contains(
                        "enrolment-differs",
                        "enrolment-new",
                        "unknown-member",
                        "out-of-range",
                        "budget.exceeded",
                        "unknown-session");
    }

    @Test
    void aFileThatIsBroughtAgainChangesNothingHoweverItsNumbersAreWritten_R7_R13() {
        registry.imported(LIST, HEADER + row("S00001"));
        String again = HEADER + row("S00001", "05", "enrolled", "");
        JsonNode job = registry.imported(LIST, again);
        assertThat(job.path("unchanged").asInt()).as(registry.reasons(job)).isEqualTo(1);
        JsonNode other = registry.imported(LIST, again.replace("05", "6"));
        assertThat(registry.reasons(other)).contains("enrolment-differs");
    }

    @Test
    void oneFileCommitsABudgetNoFurtherThanItGoes_R7() {
        budget("T01", 100);
        JsonNode job = registry.imported(LIST, HEADER + row("S00001") + row("S00002"));
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("budget.exceeded");
    }

    @Test
    void anOfficeAppliesForItsOwnStaffAndSeesWhatItPaysFor_R7_R13() {
        budget("T02", 100_000);
        var office = registry.as(Role.HR_OFFICER, "T02");
        JsonNode job = registry.imported(office, LIST, HEADER + row("S00001") + row("S00004"), false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("unknown-member");
        registry.imported(LIST, HEADER + row("S00001"));
        assertThat(office.get("/v1/exports/" + LIST).body()).contains("S00004").doesNotContain("S00001");
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/exports/" + LIST)
                        .body())
                .contains("S00001", "S00004");
    }
}
