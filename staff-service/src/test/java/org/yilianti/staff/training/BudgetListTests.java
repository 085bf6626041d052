package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Training budgets in and out as a file (R7, R13). */
@ServiceTest
class BudgetListTests {

    private static final String LIST = "training-budgets";
    private static final String HEADER = "institution_code,year,amount_fen\n";
    private static final String TWO = HEADER + "T01,2026,500000\nT02,2027,90000\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private TestApi admin(String... institutions) {
        return registry.as(Role.ASSOCIATION_ADMIN, institutions.length == 0 ? new String[] {"*"} : institutions);
    }

    private JsonNode taken(String csv) {
        return registry.imported(admin(), LIST, csv, false);
    }

    @Test
    void budgetsAreTakenOnceChangedByARowAndTheSheetThatIsExportedChangesNothing_R7_R13() {
        assertThat(registry.imported(admin(), LIST, TWO, true).path("created").asInt())
                .isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        assertThat(taken(TWO).path("created").asInt()).isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(TWO);
        assertThat(taken(registry.sheet(LIST)).path("unchanged").asInt()).isEqualTo(2);
        assertThat(taken(HEADER + "T01,2026,600000\n").path("changed").asInt()).isEqualTo(1);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=budget.revised")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void whoeverBroughtTheFileDoesNotPermitMore_R7() {
        taken(TWO);
        JsonNode budget = admin().get("/v1/training-budgets?institution=T01")
                .json()
                .path("items")
                .path(0);
        TestApi both = new TestApi(port)
                .as(TestCaller.named(budget.path("recordedBy").asString())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(both.post(
                                "/v1/training-budgets/" + budget.path("id").asString() + "/permits",
                                Map.of("extraFen", 1, "reason", "test"))
                        .code())
                .isEqualTo("budget.own-budget");
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R7_R13() {
        taken(TWO);
        JsonNode job = taken(HEADER + "T09,2026,1\nT01,1999,1\nT01,2028,-1\nT02,2028,1.5\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(4);
        assertThat(registry.reasons(job)).contains("unknown-institution", "out-of-range", "too-precise");
    }

    @Test
    void aYearWrittenTwiceInDifferentWaysIsTakenOnce_R7_R13() {
        JsonNode job = taken(HEADER + "T01,2026,1\nT01,2026.0,2\nT01,02026,3\nT02,2026,4\n");
        assertThat(job.path("created").asInt()).as(job + registry.reasons(job)).isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        assertThat(registry.reasons(job)).contains("duplicate-key", "year");
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER + "T01,2026,1\nT02,2026,4\n");
    }

    @Test
    void onlyTheAssociationSetsThemAndOnlyForItsInstitutions_R7_R13() {
        JsonNode job = registry.imported(admin("T01"), LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.hr()
                        .post("/v1/imports?list=" + LIST, TWO, UUID.randomUUID().toString(), "text/csv")
                        .code())
                .isEqualTo("import.other-role");
        taken(TWO);
        assertThat(admin("T01").get("/v1/exports/" + LIST).body())
                .as("whoever may bring it may take it")
                .contains("T01")
                .doesNotContain("T02");
        assertThat(admin("T01").get("/v1/import-templates/" + LIST).status()).isEqualTo(200);
        assertThat(registry.as(Role.EVALUATOR, "*").get("/v1/exports/" + LIST).code())
                .isEqualTo("export.other-role");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/exports/" + LIST)
                        .body())
                .contains("T02")
                .doesNotContain("T01");
    }
}
