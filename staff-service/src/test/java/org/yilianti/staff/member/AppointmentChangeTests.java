package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;
import tools.jackson.databind.JsonNode;

/** R3: corrections, transfers and what was recorded ahead. */
@ServiceTest
class AppointmentChangeTests {

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);
    private UUID main = new UUID(0, 0);

    @BeforeEach
    void aPhysician() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
        main = UUID.fromString(held().path(0).path("id").asString());
    }

    private JsonNode held() {
        return registry.hr()
                .get("/v1/members/" + member + "/appointments")
                .json()
                .path("items");
    }

    private Answer transfer(Object... content) {
        return registry.hr().post("/v1/appointments/" + main + "/transfers", body(content));
    }

    private static Map<String, Object> body(Object... content) {
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        for (int i = 0; i < content.length; i += 2) {
            body.put((String) content[i], content[i + 1]);
        }
        return body;
    }

    /** R3: a transfer ends here and continues there on one day, or does neither. */
    @Test
    void aTransferEndsHereAndContinuesThereInOneStep() {
        String day = today.plusDays(10).toString();
        assertThat(transfer("from", "2019-01-01", "institutionCode", "T02", "reason", "need")
                        .body())
                .contains("/from", "period-inverted");
        assertThat(transfer("from", day, "institutionCode", "T99", "reason", "need")
                        .body())
                .contains("unknown-institution");
        assertThat(held()).hasSize(1);
        assertThat(held().path(0).path("validTo").isNull()).isTrue();
        Answer joined = transfer("from", day, "institutionCode", "T02", "department", "全科", "reason", "need");
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        assertThat(joined.json().path("post").asString()).isEqualTo("医师");
        assertThat(joined.json().path("main").asBoolean()).isTrue();
        assertThat(held()).hasSize(2);
        assertThat(held().path(0).path("validTo").asString()).isEqualTo(day);
        assertThat(held().path(1).path("validFrom").asString()).isEqualTo(day);
        assertThat(held().path(1).path("institutionCode").asString()).isEqualTo("T02");
    }

    @Test
    void nobodyTransfersToAnInstitutionThatIsNotTheirs() {
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .post(
                                "/v1/appointments/" + main + "/transfers",
                                body("from", today.toString(), "institutionCode", "T02", "reason", "need"))
                        .code())
                .isEqualTo("access.institution");
        assertThat(held()).hasSize(1);
    }

    /** R3: a correction needs the revision that was read, obeys the policies and leaves the old belief known. */
    @Test
    void aCorrectionObeysThePoliciesAndLeavesTheOldBeliefKnown() {
        created(registry.hr()
                .post(
                        "/v1/members/" + member + "/appointments",
                        appointment("T02", "main", false, "fte", 0.2, "validFrom", "2024-01-01")));
        String path = "/v1/appointments/" + held().path(1).path("id").asString();
        Map<String, Object> wanted = appointment(
                "T02", "main", false, "fte", 0.2, "validFrom", "2023-01-01", "reason", "the deed says 2023");
        assertThat(registry.hr().put(path, wanted, null).status()).isEqualTo(428);
        assertThat(registry.hr().put(path, wanted, "\"7\"").status()).isEqualTo(412);
        assertThat(registry.hr()
                        .put(path, appointment("T02", "main", true, "fte", 0.3, "reason", "no"), "\"1\"")
                        .body())
                .contains("main-overlaps", "fte-exceeded");
        Answer corrected = registry.hr().put(path, wanted, "\"1\"");
        assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
        JsonNode revisions = registry.hr().get(path + "/revisions").json().path("items");
        assertThat(revisions.path(0).path("validFrom").asString()).isEqualTo("2024-01-01");
        assertThat(revisions.path(1).path("reason").asString()).isEqualTo("the deed says 2023");
        assertThat(registry.as(Role.HR_OFFICER, "ELSEWHERE")
                        .get(path + "/revisions")
                        .status())
                .isEqualTo(404);
    }

    /** R3: a change recorded ahead takes effect by itself on its day and says so once. */
    @Test
    void whatWasRecordedAheadTakesEffectOnItsDayAndSaysSoOnce() {
        String soon = today.plusDays(3).toString();
        assertThat(transfer("from", soon, "institutionCode", "T02", "reason", "need")
                        .status())
                .isEqualTo(201);
        agenda.workOff();
        assertThat(events.bodies("staff.appointment-effects", member)).isEmpty();
        threeDaysPass();
        agenda.workOff();
        agenda.workOff();
        await().untilAsserted(() -> {
            List<String> told = events.bodies("staff.appointment-effects", member);
            assertThat(told).hasSize(2);
            assertThat(told).anyMatch(body -> body.contains("\"kind\":\"began\""));
            assertThat(told).anyMatch(body -> body.contains("\"kind\":\"ended\"") && body.contains(main.toString()));
            assertThat(told).allMatch(body -> body.contains("\"effectiveOn\":\"" + today + "\""));
        });
    }

    /** As if everything of this association had been recorded three days earlier. */
    private void threeDaysPass() {
        byte[] association = Ids.bytes(registry.association());
        jdbc.sql(
                        "update appointment set valid_from = date_sub(valid_from, interval 3 day) where association_id = ? and valid_from > ?")
                .params(association, today)
                .update();
        jdbc.sql(
                        "update appointment set valid_to = date_sub(valid_to, interval 3 day) where association_id = ? and valid_to > ?")
                .params(association, today)
                .update();
        jdbc.sql("update agenda_item set due_on = date_sub(due_on, interval 3 day) where association_id = ?")
                .params(association)
                .update();
    }

    @Test
    void anAppointmentAnnulledBeforeItsDayTakesNoEffect() {
        String soon = today.plusDays(3).toString();
        Answer joined = transfer("from", soon, "institutionCode", "T02", "reason", "need");
        String path = "/v1/appointments/" + joined.id();
        assertThat(registry.hr()
                        .post(path + "/annulments", Map.of("reason", "wrong person"))
                        .status())
                .isEqualTo(200);
        assertThat(registry.hr()
                        .post(path + "/annulments", Map.of("reason", "again"))
                        .status())
                .isEqualTo(404);
        threeDaysPass();
        agenda.workOff();
        await().untilAsserted(() -> assertThat(events.bodies("staff.appointment-effects", member))
                .singleElement()
                .asString()
                .contains("\"kind\":\"ended\""));
    }
}
