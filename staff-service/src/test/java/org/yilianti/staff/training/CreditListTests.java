package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Certificates in and out as a file (R7, R13). */
@ServiceTest
class CreditListTests {

    private static final String HEADER = "staff_no,evidence,credit_class,credits,earned_on,source\n";
    private static final String TWO =
            HEADER + "S00001,JX-1,class-i,10.0,2025-03-01,省级继续教育\n" + "S00002,JX-1,class-ii,2.5,2025-03-02,市级讲座\n";

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoPhysiciansOfTwoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
    }

    private JsonNode credits() {
        return registry.hr().get("/v1/training-credits").json().path("items");
    }

    @Test
    void certificatesAreTakenOnceAndTheSheetThatIsExportedChangesNothing_R13() {
        JsonNode job = registry.imported("training-credits", TWO);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(credits()).hasSize(2);
        String sheet = registry.hr().get("/v1/exports/training-credits").body();
        assertThat(sheet.replace("\r\n", "\n").replace("\uFEFF", "")).isEqualTo(TWO);
        JsonNode again = registry.imported("training-credits", sheet);
        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(2);
        assertThat(credits()).hasSize(2);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=credit.recorded")
                        .json()
                        .path("items"))
                .hasSize(2);
        UUID id = UUID.fromString(credits().path(0).path("id").asString());
        await().untilAsserted(() -> assertThat(events.bodies("staff.training-credits", id))
                .hasSize(1)
                .allSatisfy(told -> EventContract.assertValid("staff.training-credit-changed.v1", told)));
    }

    @Test
    void aDryRunJudgesTheSameAndKeepsNothing_R13() {
        JsonNode job = registry.imported(registry.hr(), "training-credits", TWO, true);
        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(credits()).isEmpty();
    }

    @Test
    void eachRowThatIsNotTakenSaysWhy_R13() {
        registry.imported("training-credits", TWO);
        JsonNode job = registry.imported(
                "training-credits",
                HEADER + "S00001,JX-1,class-i,9.0,2025-03-01,省级继续教育\n"
                        + "S00009,JX-2,class-i,1.0,2025-03-01,a\n"
                        + "S00001,JX-3,class-x,1.0,2025-03-01,a\n"
                        + "S00001,JX-4,class-i,1.0,2019-03-01,a\n"
                        + "S00001,JX-5,class-i,1.0,2199-03-01,a\n"
                        + "S00001,JX-6,class-i,0,2025-03-01,a\n"
                        + "S00001,JX-7,class-i,1.0,2025-03-01,a\n"
                        + "S00001,JX-7,class-i,1.0,2025-03-01,a\n");
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "credit-differs",
                        "unknown-member",
                        "unknown-value",
                        "enrolment.no-main-appointment",
                        "in-future",
                        "out-of-range",
                        "duplicate-key");
    }

    /** The table knows neither case nor width: what it takes for one certificate is one, in a file too. */
    @Test
    void aCertificateIsTheSameHoweverItsNumberIsWritten_R7_R13() {
        JsonNode job = registry.imported(
                "training-credits",
                HEADER + "S00001,JX-8,class-i,1.0,2025-03-01,a\n"
                        + "S00001,jx-8,class-i,1.0,2025-03-01,a\n"
                        + "S00001,ＪＸ-8,class-i,1.0,2025-03-01,a\n"
                        + "S00002,jx-8,class-i,1.0,2025-03-01,a\n");
        assertThat(job.path("status").asString()).isEqualTo("finished");
        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        JsonNode later = registry.imported("training-credits", HEADER + "S00001,Jx-8,class-i,1.0,2025-03-01,a\n");
        assertThat(later.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.reasons(later)).contains("credit-differs", "JX-8");
    }

    @Test
    void anOfficeTakesAndSeesOnlyThoseOfItsOwnPeople_R13() {
        JsonNode job = registry.imported(registry.as(Role.HR_OFFICER, "T01"), "training-credits", TWO, false);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        registry.imported("training-credits", TWO);
        assertThat(registry.as(Role.AUDITOR, "T02")
                        .get("/v1/exports/training-credits")
                        .body())
                .contains("S00002")
                .doesNotContain("S00001");
    }

    @Test
    void annulledCreditsAreNotExportedAndTheirCertificateMayComeAgain_R13() {
        registry.imported("training-credits", TWO);
        String id = credits().path(0).path("id").asString();
        registry.hr().post("/v1/training-credits/" + id + "/annulments", Map.of("reason", "forged"));
        assertThat(registry.hr().get("/v1/exports/training-credits").body().lines())
                .hasSize(2);
        assertThat(registry.imported("training-credits", TWO).path("created").asInt())
                .isEqualTo(1);
    }
}
