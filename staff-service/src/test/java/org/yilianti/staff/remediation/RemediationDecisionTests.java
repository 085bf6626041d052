package org.yilianti.staff.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R6: what the second person decides on a case that was not met comes about by itself, and can be taken back until its day. */
@ServiceTest
class RemediationDecisionTests {

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate later = today.plusDays(40);
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID doctor = new UUID(0, 0);
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void aCaseThatWasNotMet() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        doctor = registry.physicianAt(1, "T01");
        created(registry.hr()
                .post(
                        "/v1/members/" + doctor + "/contracts",
                        Map.of(
                                "institutionCode",
                                "T01",
                                "kind",
                                "fixed-term",
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                "2055-01-01")));
        id = created(registry.hr()
                .post(
                        "/v1/remediation-cases",
                        Map.of("memberId", doctor, "gap", "other", "required", "infection control certificate")));
        jdbc.sql("update remediation_case set deadline = ? where id = ?")
                .params(today.minusDays(1), Ids.bytes(id))
                .update();
        registry.hr().post("/v1/remediation-cases/" + id + "/outcomes", Map.of("met", false));
    }

    private TestApi registrar(String... institutions) {
        return registry.as(Role.REGISTRAR, institutions.length == 0 ? new String[] {"*"} : institutions);
    }

    private Answer decide(String decision, LocalDate day) {
        return decide(registrar(), decision, day);
    }

    private Answer decide(TestApi by, String decision, LocalDate day) {
        return by.post(
                "/v1/remediation-cases/" + id + "/decisions",
                Map.of("decision", decision, "effectiveOn", day.toString(), "reason", "no certificate"));
    }

    private Answer revoke(TestApi by) {
        return by.post("/v1/remediation-cases/" + id + "/revocations", Map.of("reason", "it came at last"));
    }

    private JsonNode of(String records, int index) {
        return registry.hr()
                .get("/v1/members/" + doctor + "/" + records)
                .json()
                .path("items")
                .path(index);
    }

    private String post() {
        return of("appointments", 0).path("id").asString();
    }

    private String audit(String action) {
        return registry.as(Role.AUDITOR, "*")
                .get("/v1/audit-entries/staff?action=" + action)
                .body();
    }

    private Answer ended(LocalDate day) {
        return registry.hr()
                .post("/v1/appointments/" + post() + "/endings", Map.of("validTo", day.toString(), "reason", "left"));
    }

    @Test
    void aTransferEndsThePostOnTheDayDecidedAndLeavesTheContract_R6() {
        Answer decided = decide("transfer", later);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().path("ends")).hasSize(1);
        assertThat(of("appointments", 0).path("validTo").asString()).isEqualTo(later.toString());
        assertThat(of("contracts", 0).path("validTo").asString()).isEqualTo("2055-01-01");
        assertThat(audit("appointment.ended")).contains(post(), Role.REGISTRAR.claim());
        assertThat(audit("remediation.decided")).contains(id.toString(), post());
        await().untilAsserted(() -> assertThat(events.bodies("staff.members", doctor))
                .last()
                .asString()
                .contains("\"validTo\":\"" + later + "\""));
    }

    @Test
    void theEndOfTheContractEndsEveryPostThereAndTheContractButNothingElsewhere_R6() {
        created(registry.hr()
                .post(
                        "/v1/members/" + doctor + "/appointments",
                        Registry.appointment("T02", "main", false, "fte", 0.1)));
        Answer decided = decide("contract-end", later);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().path("ends")).hasSize(2);
        assertThat(of("contracts", 0).path("validTo").asString()).isEqualTo(later.toString());
        String posts = registry.hr()
                .get("/v1/members/" + doctor + "/appointments?asOf=" + later)
                .body();
        assertThat(posts).contains("\"T02\"").doesNotContain("\"T01\"");
        assertThat(audit("contract.ended"))
                .contains(of("contracts", 0).path("id").asString());
    }

    @Test
    void aDecisionThatTakesEffectTodayEndsThePostToday_R6() {
        assertThat(decide("transfer", today).status()).isEqualTo(200);
        assertThat(registry.hr()
                        .get("/v1/members/" + doctor + "/appointments?asOf=" + today)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(revoke(registrar()).code()).isEqualTo("remediation.took-effect");
    }

    @Test
    void untilItsDayADecisionIsTakenBackAndWhatWasBelievedBeforeIsBelievedAgain_R6() {
        decide("contract-end", later);
        assertThat(revoke(registry.as(Role.REGISTRAR, "T02")).status()).isEqualTo(404);
        Answer revoked = revoke(registrar());
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(revoked.json().path("state").asString()).isEqualTo("not-met");
        assertThat(revoked.json().path("ends")).isEmpty();
        assertThat(of("appointments", 0).path("validTo").isNull()).isTrue();
        assertThat(of("contracts", 0).path("validTo").asString()).isEqualTo("2055-01-01");
        assertThat(audit("remediation.decision-revoked")).contains("it came at last");
        assertThat(audit("appointment.reinstated")).contains(post());
        assertThat(decide("transfer", later).status()).isEqualTo(200);
    }

    @Test
    void aDecisionIsTakenBackForThePersonAsWhomItsHolderGoesOn_R6_R3() {
        decide("contract-end", later);
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(2)));
        Answer merged = registry.hr()
                .post("/v1/members/" + twin + "/mergers", Map.of("duplicateId", doctor, "reason", "same person"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        doctor = twin;
        Answer revoked = revoke(registrar());
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(of("appointments", 0).path("validTo").isNull()).isTrue();
        assertThat(of("contracts", 0).path("validTo").asString()).isEqualTo("2055-01-01");
    }

    @Test
    void aPostThatChangedAfterAMergerIsNotTakenBack_R6() {
        decide("transfer", later);
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(2)));
        registry.hr().post("/v1/members/" + twin + "/mergers", Map.of("duplicateId", doctor, "reason", "same person"));
        doctor = twin;
        assertThat(ended(later.minusDays(10)).status()).isEqualTo(200);
        assertThat(revoke(registrar()).code()).isEqualTo("appointment.changed-since");
    }

    @Test
    void aPostThatHasChangedSinceIsNotTakenBack_R6() {
        decide("transfer", later);
        ended(later.minusDays(10));
        assertThat(revoke(registrar()).code()).isEqualTo("appointment.changed-since");
        assertThat(registry.hr()
                        .get("/v1/remediation-cases/" + id)
                        .json()
                        .path("state")
                        .asString())
                .as("nothing half done")
                .isEqualTo("decided");
    }

    @Test
    void aPostThatEndsBeforeTheDayIsNotEndedTwiceAndNothingIsDecided_R6() {
        ended(today.plusDays(10));
        Answer refused = decide("transfer", later);
        assertThat(refused.code()).isEqualTo("remediation.post-ended");
        assertThat(of("appointments", 0).path("validTo").asString())
                .isEqualTo(today.plusDays(10).toString());
        assertThat(audit("remediation.decided")).doesNotContain(id.toString());
    }

    /** The case is at version 2; the request says that 1 was read. */
    @Test
    void aDecisionOnAStaleVersionOrOnACaseOfAnotherInstitutionIsRefused_R6() {
        Answer stale = registrar()
                .send(
                        "POST",
                        "/v1/remediation-cases/" + id + "/decisions",
                        Map.of("decision", "transfer", "effectiveOn", later.toString(), "reason", "no certificate"));
        assertThat(stale.status()).as(stale.body()).isEqualTo(412);
        assertThat(decide(registrar("T02"), "transfer", later).status()).isEqualTo(404);
        assertThat(of("appointments", 0).path("validTo").isNull()).isTrue();
        assertThat(decide(registrar("T01"), "transfer", later).status()).isEqualTo(200);
    }
}
