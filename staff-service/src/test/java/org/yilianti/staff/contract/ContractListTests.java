package org.yilianti.staff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Contracts in and out as a file (R3, R13). */
@ServiceTest
class ContractListTests {

    private static final String HEADER = "staff_no,institution_code,valid_from,kind,number,valid_to\n";
    private static final String THREE = HEADER + "S00001,T01,2020-01-01,fixed-term,HT-1,2023-01-01\n"
            + "S00001,T01,2023-01-01,fixed-term,HT-2,2055-01-01\n"
            + "S00002,T02,2020-01-01,permanent-establishment,,\n";

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

    private JsonNode contracts() {
        return registry.hr().get("/v1/members/" + first + "/contracts").json().path("items");
    }

    @Test
    void contractsAreTakenOnceAndTheSheetThatIsExportedChangesNothing_R13() {
        JsonNode job = registry.imported("contracts", THREE);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(3);
        assertThat(registry.sheet("contracts")).isEqualTo(THREE);
        JsonNode again = registry.imported("contracts", registry.sheet("contracts"));
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(3);
        assertThat(contracts()).hasSize(2);
    }

    @Test
    void aRowThatBeginsWhenAnotherContractEndsRenewsIt_R3() {
        registry.imported("contracts", THREE);
        assertThat(contracts().path(1).path("renewsId").asString())
                .isEqualTo(contracts().path(0).path("id").asString());
        assertThat(contracts().path(0).path("renewsId").isNull()).isTrue();
    }

    @Test
    void aRowWithAKnownFirstDayCorrectsTheContractAndWhatWasBelievedStaysKnown_R3() {
        registry.imported("contracts", THREE);
        JsonNode job = registry.imported("contracts", HEADER + "S00001,T01,2023-01-01,fixed-term,HT-2,2056-01-01\n");
        assertThat(job.path("changed").asInt()).as(registry.reasons(job)).isEqualTo(1);
        JsonNode corrected = contracts().path(1);
        assertThat(corrected.path("validTo").asString()).isEqualTo("2056-01-01");
        assertThat(registry.hr()
                        .get("/v1/contracts/" + corrected.path("id").asString() + "/revisions")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=contract.corrected")
                        .body())
                .contains(corrected.path("id").asString());
    }

    @Test
    void aDryRunJudgesTheSameAndKeepsNothing_R13() {
        JsonNode job = registry.imported(registry.hr(), "contracts", THREE, true);
        assertThat(job.path("created").asInt()).isEqualTo(3);
        assertThat(contracts()).isEmpty();
    }

    @Test
    void eachRowThatIsNotTakenSaysWhyAndTheOthersAreTaken_R13() {
        registry.imported("contracts", THREE);
        JsonNode job = registry.imported(
                "contracts",
                HEADER + "S00001,T01,2022-06-01,fixed-term,,2024-01-01\n"
                        + "S00009,T01,2020-01-01,open-ended,,\n"
                        + "S00002,T09,2020-01-01,open-ended,,\n"
                        + "S00001,T02,2024-01-01,fixed-term,,\n"
                        + "S00001,T02,2024-02-01,lifelong,,\n"
                        + "S00001,T02,2024-03-01,fixed-term,,2024-01-01\n"
                        + "S00001,T02,2025-01-01,open-ended,,\n"
                        + "S00001,T02,2025-01-01,open-ended,,\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "contract-overlaps",
                        "unknown-member",
                        "unknown-institution",
                        "term-required",
                        "unknown-value",
                        "period-inverted",
                        "duplicate-key");
    }

    @Test
    void anOfficeTakesAndSeesOnlyThoseOfItsOwnEmployer_R13() {
        var office = registry.as(Role.HR_OFFICER, "T01");
        JsonNode job = registry.imported(office, "contracts", THREE + "S00002,T01,2024-01-01,open-ended,,\n", false);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        assertThat(registry.reasons(job)).contains("outside-scope", "unknown-member");
        registry.imported("contracts", THREE);
        assertThat(office.get("/v1/exports/contracts").body())
                .contains("S00001")
                .doesNotContain("S00002");
        assertThat(registry.as(Role.AUDITOR, "T02").get("/v1/exports/contracts").body())
                .contains("S00002")
                .doesNotContain("S00001");
    }

    @Test
    void theContractOfSomebodyWhoHasLeftIsStillCorrectedByItsEmployer_R13() {
        registry.imported("contracts", THREE);
        String appointment = registry.hr()
                .get("/v1/members/" + first + "/appointments")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        registry.hr()
                .post(
                        "/v1/appointments/" + appointment + "/endings",
                        Map.of("validTo", "2025-01-01", "reason", "moved away"));
        JsonNode job = registry.imported(
                registry.as(Role.HR_OFFICER, "T01"),
                "contracts",
                HEADER + "S00001,T01,2023-01-01,fixed-term,HT-2,2025-01-01\n"
                        + "S00001,T01,2025-06-01,open-ended,HT-3,\n",
                false);
        assertThat(job.path("changed").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("unknown-member");
    }
}
