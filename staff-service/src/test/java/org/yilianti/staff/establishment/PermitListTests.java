package org.yilianti.staff.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R2, R13: leave to employ more people than a line says, from files. */
@ServiceTest
class PermitListTests {

    private static final String LIST = "establishment-permits";
    private static final String HEADER = "authorised_post,valid_from,valid_to,extra,reason\n";
    private static final String TWO =
            HEADER + "E1,2026-01-01,2027-01-01,2,疫情防控\n" + "E2,2026-03-01,2026-09-01,1,轮转接替\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void aLineAtEachOfTwoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        JsonNode job = registry.imported(
                "authorised-posts",
                "external_id,institution_code,department,category,title,headcount,valid_from,valid_to,reason\n"
                        + "E1,T01,,physician,,1,2020-01-01,,\n"
                        + "E2,T02,,nurse,,1,2020-01-01,,\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
    }

    private TestApi admin(String... institutions) {
        return registry.as(Role.ASSOCIATION_ADMIN, institutions);
    }

    private JsonNode taken(String sheet) {
        return registry.imported(admin("*"), LIST, sheet, false);
    }

    private JsonNode line(String institution) {
        return registry.hr()
                .get("/v1/authorised-posts?asOf=2026-04-01&institution=" + institution)
                .json()
                .path("items")
                .path(0);
    }

    @Test
    void permitsAreTakenOnceCountAndTheSheetThatIsExportedChangesNothing_R2_R13() {
        assertThat(registry.imported(admin("*"), LIST, TWO, true)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        JsonNode job = taken(TWO);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.sheet(LIST)).isEqualTo(TWO);
        assertThat(taken(registry.sheet(LIST)).path("unchanged").asInt()).isEqualTo(2);
        assertThat(line("T01").path("authorised").asInt()).isEqualTo(3);
        assertThat(line("T02").path("authorised").asInt()).isEqualTo(2);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=establishment.permitted")
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R2_R13() {
        taken(TWO);
        JsonNode job = taken(HEADER + "E1,2026-01-01,2027-01-01,3,疫情防控\n"
                + "E9,2026-01-01,2027-01-01,1,a\n"
                + "E1,2026-02-01,,1,a\n"
                + "E1,2026-03-01,2026-02-01,1,a\n"
                + "E1,2026-04-01,2026-05-01,0,a\n"
                + "E1,2026-05-01,2026-06-01,1,\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(6);
        assertThat(registry.reasons(job))
                .contains(
                        "permit-differs",
                        "post.unknown",
                        "valid_to",
                        "required",
                        "period-inverted",
                        "out-of-range",
                        "reason");
        assertThat(line("T01").path("authorised").asInt()).isEqualTo(3);
    }

    @Test
    void onlyTheAssociationGrantsThemAndOnlyForItsInstitutions_R2_R13() {
        assertThat(registry.hr()
                        .post("/v1/imports?list=" + LIST, TWO, UUID.randomUUID().toString(), "text/csv")
                        .code())
                .isEqualTo("import.other-role");
        JsonNode job = registry.imported(admin("T01"), LIST, TWO, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("post.unknown");
        taken(TWO);
        assertThat(admin("T01").get("/v1/exports/" + LIST).body())
                .contains("E1,")
                .doesNotContain("E2,");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/exports/" + LIST)
                        .body())
                .contains("E2,")
                .doesNotContain("E1,");
        assertThat(registry.as(Role.EVALUATOR, "*").get("/v1/exports/" + LIST).code())
                .isEqualTo("export.other-role");
    }
}
