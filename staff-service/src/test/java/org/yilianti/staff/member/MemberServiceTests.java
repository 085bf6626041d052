package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.util.ArrayList;
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
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

@ServiceTest
class MemberServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoInstitutions() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private static List<String> staffNos(Answer list) {
        List<String> numbers = new ArrayList<>();
        list.json()
                .path("items")
                .forEach(item -> numbers.add(item.path("staffNo").asString()));
        return numbers;
    }

    @Test
    void workingTimeIsLimitedByTheAssociationsOwnPolicyOnceASecondPersonApprovedIt() {
        UUID member = registry.physicianAt(7, "T01");
        String appointments = "/v1/members/" + member + "/appointments";
        var side = appointment("T02", "main", false, "fte", 0.3);
        assertThat(registry.hr().post(appointments, side).body()).contains("fte-exceeded");

        Answer proposed = registry.as(Role.ASSOCIATION_ADMIN, "*")
                .post(
                        "/v1/policies/staff/appointment-limits/proposals",
                        Map.of("validFrom", "2026-01-01", "settings", Map.of("maxFte", 1.5), "reason", "shortage"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(registry.hr().post(appointments, side).body()).contains("fte-exceeded");
        TestApi second = new TestApi(port)
                .as(TestCaller.named("second").with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()));
        second.post("/v1/policies/staff/proposals/" + proposed.id() + "/approvals", Map.of());
        created(registry.hr().post(appointments, side));
    }

    @Test
    void personalNumbersAreSealedAtRestAndMaskedInEveryAnswer() {
        Answer registered = registry.hr().post("/v1/members", physician(1));
        UUID id = created(registered);
        assertThat(registered.json().path("nationalId").asString()).matches("\\*{14}.{4}");
        assertThat(registered.json().path("phone").asString()).matches("\\*{7}\\d{4}");
        byte[] sealed = jdbc.sql("select national_id_sealed from member where id = ?")
                .param(Ids.bytes(id))
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("9999991980");
        assertThat(registry.hr().get("/v1/members").body()).doesNotContain("9999991980");
    }

    @Test
    void whatWasReadMaskedCanBeSentBackUnchanged() {
        Answer registered = registry.hr().post("/v1/members", physician(1));
        String path = "/v1/members/" + created(registered);
        Answer same = registry.hr().put(path, registered.body(), registered.header("ETag"));
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        String promoted = registered.body().replace("\"intermediate\"", "\"associate-senior\"");
        Answer changed = registry.hr().put(path, promoted, "\"1\"");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(registry.hr().put(path, promoted, "\"1\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, promoted, null).status()).isEqualTo(428);
    }

    @Test
    void everyFaultOfAFormIsAnsweredAtItsField() {
        Answer answer = registry.hr()
                .post(
                        "/v1/members",
                        physician(1, "sex", "other", "nationalId", "11010519491231002X", "phone", "call me"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").toString())
                .contains("/sex", "unknown-value", "/nationalId", "birth-date-mismatch", "/phone", "invalid-phone");
    }

    @Test
    void aStaffNumberOrNationalIdThatIsTakenIsRefused() {
        created(registry.hr().post("/v1/members", physician(1)));
        Answer sameNumber = registry.hr().post("/v1/members", physician(2, "staffNo", "S00001"));
        assertThat(sameNumber.status()).isEqualTo(409);
        assertThat(sameNumber.code()).isEqualTo("member.exists");
        Answer samePerson = registry.hr().post("/v1/members", physician(1, "staffNo", "S00002"));
        assertThat(samePerson.status()).isEqualTo(422);
        assertThat(samePerson.body()).contains("duplicate-national-id");
    }

    @Test
    void anOfficeSeesAndChangesOnlyItsOwnPeople() {
        UUID here = registry.physicianAt(1, "T01");
        UUID there = registry.physicianAt(2, "T02");
        TestApi office = registry.as(Role.HR_OFFICER, "T01");
        assertThat(staffNos(office.get("/v1/members"))).containsExactly("S00001");
        assertThat(office.get("/v1/members/" + here).status()).isEqualTo(200);
        assertThat(office.get("/v1/members/" + there).status()).isEqualTo(404);
        assertThat(office.get("/v1/members/" + there + "/appointments").status())
                .isEqualTo(404);
        assertThat(office.put("/v1/members/" + there, physician(2, "name", "x"), "\"2\"")
                        .status())
                .isEqualTo(404);
        assertThat(office.post("/v1/members/" + there + "/appointments", appointment("T01", "fte", 0.1, "main", false))
                        .status())
                .isEqualTo(404);
        assertThat(office.post("/v1/members/" + here + "/appointments", appointment("T02", "fte", 0.1, "main", false))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anOfficeRegistersAndAppointsAPersonOfItsOwn() {
        TestApi office = registry.as(Role.HR_OFFICER, "T01");
        UUID id = created(office.post("/v1/members", physician(1)));
        assertThat(registry.as(Role.HR_OFFICER, "T02").get("/v1/members/" + id).status())
                .isEqualTo(404);
        created(office.post("/v1/members/" + id + "/appointments", appointment("T01")));
        assertThat(office.post("/v1/members", physician(2, "registeredAt", "T02"))
                        .body())
                .contains("outside-scope");
    }

    @Test
    void aMemberOfStaffSeesOnlyTheirOwnRecord() {
        UUID own = registry.physicianAt(1, "T01");
        UUID other = registry.physicianAt(2, "T01");
        TestApi doctor = new TestApi(port)
                .as(TestCaller.named("doctor")
                        .with(Role.STAFF, "*")
                        .staffNo("S00001")
                        .of(registry.association()));
        assertThat(staffNos(doctor.get("/v1/members"))).containsExactly("S00001");
        assertThat(doctor.get("/v1/members/" + own).status()).isEqualTo(200);
        assertThat(doctor.get("/v1/members/" + other).status()).isEqualTo(404);
    }

    @Test
    void anotherAssociationSeesNobody() {
        UUID member = registry.physicianAt(1, "T01");
        Registry stranger = Registry.empty(port);
        assertThat(stranger.hr().get("/v1/members/" + member).status()).isEqualTo(404);
        assertThat(staffNos(stranger.hr().get("/v1/members"))).isEmpty();
    }

    @Test
    void membersAreFoundByFilterAndReadPageByPageInOrder() {
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
        created(registry.hr()
                .post("/v1/members", physician(3, "name", "李娜", "nameLatin", "Li Na", "category", "nurse")));
        assertThat(staffNos(registry.hr().get("/v1/members?institution=T02"))).containsExactly("S00002");
        assertThat(staffNos(registry.hr().get("/v1/members?category=nurse"))).containsExactly("S00003");
        assertThat(staffNos(registry.hr().get("/v1/members?q=li%20n"))).containsExactly("S00003");
        assertThat(staffNos(registry.hr().get("/v1/members?q=%25"))).isEmpty();
        assertThat(staffNos(registry.hr().get("/v1/members?staffNo=S00002"))).containsExactly("S00002");
        JsonNode first = registry.hr().get("/v1/members?sort=-staffNo&limit=2").json();
        assertThat(staffNos(registry.hr()
                        .get("/v1/members?sort=-staffNo&limit=2&after="
                                + first.path("next").asString())))
                .containsExactly("S00001");
        assertThat(staffNos(registry.hr().get("/v1/members?sort=name"))).containsExactly("S00003", "S00001", "S00002");
        assertThat(registry.hr().get("/v1/members?sort=phone").code()).isEqualTo("request.sort-invalid");
    }

    @Test
    void overlappingMainAppointmentsAndTooMuchWorkAreRefused() {
        UUID id = registry.physicianAt(1, "T01");
        String path = "/v1/members/" + id + "/appointments";
        assertThat(registry.hr().post(path, appointment("T02", "fte", 0.1)).body())
                .contains("main-overlaps");
        assertThat(registry.hr()
                        .post(path, appointment("T02", "fte", 0.3, "main", false))
                        .body())
                .contains("fte-exceeded");
        assertThat(registry.hr()
                        .post(path, appointment("T02", "fte", 0.2, "main", false))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatWasBelievedBeforeAnEndStaysKnown() {
        UUID id = registry.physicianAt(1, "T01");
        String path = "/v1/members/" + id + "/appointments";
        JsonNode made = registry.hr().get(path).json().path("items").path(0);
        Answer ended = registry.hr()
                .post(
                        "/v1/appointments/" + made.path("id").asString() + "/endings",
                        java.util.Map.of("validTo", "2026-06-01", "reason", "moves to T02"));
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(registry.hr().get(path + "?asOf=2026-06-01").json().path("items"))
                .isEmpty();
        assertThat(registry.hr().get(path + "?asOf=2026-05-31").json().path("items"))
                .hasSize(1);
        JsonNode then = registry.hr()
                .get(path + "?asOf=2026-06-01&knownAt="
                        + made.path("recordedAt").asString())
                .json()
                .path("items");
        assertThat(then).hasSize(1);
        assertThat(then.path(0).path("validTo").isNull()).isTrue();
        assertThat(then.path(0).path("supersededAt").asString())
                .isEqualTo(ended.json().path("recordedAt").asString());
        await().untilAsserted(() -> {
            List<String> bodies = events.bodies("staff.members", id);
            assertThat(bodies).hasSize(3);
            assertThat(bodies.getLast()).contains("\"version\":3").contains("\"validTo\":\"2026-06-01\"");
        });
    }

    @Test
    void everyChangeLeavesAnAuditRowWithoutPersonalNumbers() {
        registry.physicianAt(1, "T01");
        Answer trail = registry.as(Role.AUDITOR, "*").get("/v1/audit-entries/staff");
        assertThat(trail.body())
                .contains("member.registered", "appointment.made", "institution.founded")
                .doesNotContain("9999991980")
                .doesNotContain("12900000001");
    }
}
