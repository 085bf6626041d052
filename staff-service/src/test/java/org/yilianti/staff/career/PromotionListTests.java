package org.yilianti.staff.career;

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

/** Promotion cases leave as a file (R9, R13). */
@ServiceTest
class PromotionListTests {

    private static final String LIST = "promotion-cases";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void aCaseAtEachOfTwoCentres() {
        registry = Registry.empty(port);
        for (int number = 1; number <= 2; number++) {
            registry.institution("T0" + number);
            UUID member = registry.physicianAt(number, "T0" + number);
            created(registry.hr().post("/v1/promotion-cases", Map.of("memberId", member)));
        }
    }

    @Test
    void casesLeaveWithWhatTheyLackAndNoneComesIn_R9_R13() {
        String sheet = registry.sheet(LIST);
        assertThat(sheet.lines())
                .hasSize(3)
                .anyMatch(row -> row.contains(",S00001,T01,intermediate,associate-senior,ineligible,"));
        var job = registry.imported(LIST, sheet.replace("ineligible", "approved"));
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        assertThat(registry.reasons(job)).contains("export-only");
        assertThat(registry.sheet(LIST)).isEqualTo(sheet);
    }

    @Test
    void anOfficeExportsOnlyThoseOfItsStaff_R9_R13() {
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/exports/" + LIST)
                        .body())
                .contains("S00001")
                .doesNotContain("S00002");
    }
}
