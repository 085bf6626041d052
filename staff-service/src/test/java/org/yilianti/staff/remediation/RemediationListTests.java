package org.yilianti.staff.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Remediation cases leave as a file and never come as one (R6, R13). */
@ServiceTest
class RemediationListTests {

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void aCaseAtACentre() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        UUID member = registry.physicianAt(1, "T01");
        created(registry.hr()
                .post(
                        "/v1/remediation-cases",
                        Map.of("memberId", member, "gap", "other", "required", "院感合格证", "deadline", "2055-01-01")));
    }

    private String sheet(Role role, String institution) {
        return registry.as(role, institution)
                .get("/v1/exports/remediation-cases")
                .body();
    }

    @Test
    void casesLeaveAsASheetForWhoeverSeesThem_R13() {
        assertThat(sheet(Role.AUDITOR, "T01")).contains("S00001,T01,other,院感合格证,2055-01-01,open,hr-officer");
        assertThat(sheet(Role.HR_OFFICER, "T02")).doesNotContain("S00001");
    }

    @Test
    void noFileOpensConcludesOrDecidesACase_R6() {
        String decided = sheet(Role.HR_OFFICER, "*").replace("open,hr-officer,,,", "decided,a,transfer,2055-01-01,b");
        JsonNode job = registry.imported("remediation-cases", decided);
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.hr()
                        .get("/v1/imports/" + job.path("id").asString() + "/rows")
                        .body())
                .contains("export-only");
        assertThat(registry.hr()
                        .get("/v1/remediation-cases")
                        .json()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("open");
    }
}
