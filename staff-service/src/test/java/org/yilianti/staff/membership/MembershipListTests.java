package org.yilianti.staff.membership;

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

/** From when to when institutions belong to the association, in and out as a file (R1, R13). */
@ServiceTest
class MembershipListTests {

    private static final String LIST = "institution-memberships";
    private static final String HEADER = "institution_code,joined_on,left_on,merged_into_code,reason\n";
    private static final String THREE =
            HEADER + "T01,2015-01-01,2018-01-01,,退出\n" + "T02,2016-01-01,,,加入\n" + "T01,2019-01-01,2024-07-01,T02,并入\n";

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
    void periodsAreTakenOnceAndTheSheetThatIsExportedChangesNothing_R1_R13() {
        JsonNode tried = registry.imported(admin(), LIST, THREE, true);
        assertThat(tried.path("created").asInt()).as(registry.reasons(tried)).isEqualTo(3);
        assertThat(registry.sheet(LIST)).isEqualTo(HEADER);
        assertThat(taken(THREE).path("created").asInt()).isEqualTo(3);
        assertThat(registry.sheet(LIST)).isEqualTo(THREE);
        assertThat(taken(registry.sheet(LIST)).path("unchanged").asInt()).isEqualTo(3);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=membership.merged")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aRowWithALastDayEndsThePeriodThatGoesOn_R1() {
        taken(HEADER + "T02,2016-01-01,,,加入\n");
        JsonNode job = taken(HEADER + "T02,2016-01-01,2025-01-01,,退出\n");
        assertThat(job.path("changed").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(admin().get("/v1/institution-memberships?institution=T02")
                        .json()
                        .path("items")
                        .path(0)
                        .path("ending")
                        .asString())
                .isEqualTo("left");
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R1_R13() {
        taken(THREE);
        JsonNode job = taken(HEADER + "T02,2017-01-01,,,再次加入\n"
                + "T01,2015-01-01,2017-01-01,,更早\n"
                + "T09,2015-01-01,,,无此机构\n"
                + "T01,2025-01-01,2026-01-01,T01,并入自己\n"
                + "T01,2025-02-01,2025-01-01,,倒置\n"
                + "T01,2025-03-01,,T02,无日期\n"
                + "T01,2025-04-01,,,\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "membership.in-already",
                        "membership-differs",
                        "unknown-institution",
                        "membership-elsewhere",
                        "period-inverted",
                        "required");
        assertThat(registry.sheet(LIST)).isEqualTo(THREE);
    }

    @Test
    void onlyTheAssociationDecidesAndOnlyForItsInstitutions_R1_R13() {
        JsonNode job = registry.imported(admin("T01"), LIST, THREE, false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.reasons(job)).contains("outside-scope");
        assertThat(registry.hr()
                        .post(
                                "/v1/imports?list=" + LIST,
                                THREE,
                                UUID.randomUUID().toString(),
                                "text/csv")
                        .code())
                .isEqualTo("import.other-role");
        assertThat(admin("T01").get("/v1/exports/" + LIST).body())
                .contains("T01,")
                .doesNotContain("加入");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/exports/" + LIST)
                        .body())
                .doesNotContain("T01,");
    }
}
