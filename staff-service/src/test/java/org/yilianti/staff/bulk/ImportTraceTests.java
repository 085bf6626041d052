package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R13: what a file changes of a known record leaves an audit row, as if a form had changed it. */
@ServiceTest
class ImportTraceTests {

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void aPhysicianWithALicence() {
        registry = Registry.empty(port);
        registry.institution("T01");
        UUID member = registry.physicianAt(1, "T01");
        created(registry.hr().post("/v1/licences", licence(member, "N1", "T01")));
    }

    private JsonNode traces(String action) {
        return registry.as(Role.AUDITOR, "*")
                .get("/v1/audit-entries/staff?action=" + action)
                .json()
                .path("items");
    }

    /** Brings the list as it is exported, with something else in it. */
    private void changed(String list, String from, String to) {
        String sheet = registry.sheet(list);
        assertThat(sheet).contains(from);
        for (int again = 0; again < 2; again++) {
            JsonNode job = registry.imported(list, sheet.replace(from, to));
            assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isZero();
        }
    }

    @Test
    void aMemberAndAnAppointmentThatAFileRevisesAreTraced() {
        changed("members", ",intermediate,", ",junior,");
        assertThat(traces("member.revised")).singleElement().satisfies(row -> assertThat(row.toString())
                .contains("S00001", "junior")
                .doesNotContain(Registry.physician(1).get("nationalId").toString()));
        changed("appointments", ",医师,", ",主治医师,");
        assertThat(traces("appointment.corrected")).singleElement().satisfies(row -> assertThat(
                        row.path("institutionCode").asString())
                .isEqualTo("T01"));
    }

    @Test
    void whatAFileDecidesOnALicenceIsTraced() {
        changed("licences", "2055-01-01", "2054-01-01");
        changed("licences", ",active,,,", ",suspended,2026-01-01,2056-01-01,违规");
        String header = registry.sheet("licences").lines().findFirst().orElseThrow();
        registry.imported(
                "licences",
                header + "\n" + "N2,S00001,physician,clinical,,T01,,2015-01-01,2054-01-01,active,,,\n"
                        + "N3,S00001,physician,clinical,,T01,,2015-01-01,2054-01-01,revoked,2026-01-01,,吊销\n");
        assertThat(traces("licence.corrected")).hasSize(1);
        assertThat(traces("licence.suspended")).hasSize(1);
        assertThat(traces("licence.revoked")).hasSize(1);
    }

    @Test
    void institutionsThatAFileFoundsAndRevisesAreTraced() {
        changed("institutions", "31250", "32000");
        assertThat(traces("institution.revised")).hasSize(1);
        changed("institutions", "\nT01,", "\nT07,");
        assertThat(traces("institution.founded")).as("one by form, one by file").hasSize(2);
        assertThat(traces("institution.revised")).hasSize(1);
    }
}
