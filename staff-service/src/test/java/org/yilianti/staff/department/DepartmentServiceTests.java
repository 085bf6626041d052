package org.yilianti.staff.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R1: departments of institutions, as of days past and to come, and what may name them. */
@ServiceTest
class DepartmentServiceTests {

    private static final String PATH = "/v1/departments";
    private static final String HEADER =
            "institution_code,code,valid_from,name,name_en,kind,specialty,parent_code,head_staff_no,valid_to\n";

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        List.of("T01", "T02").forEach(registry::institution);
    }

    private static Map<String, Object> department(String code, String name, Object... changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "institutionCode", "T01", "code", code, "name", name, "kind", "clinical", "validFrom", "2010-01-01"));
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }

    private UUID opened(String code, String name, Object... changes) {
        return created(registry.hr().post(PATH, department(code, name, changes)));
    }

    private Answer close(UUID id, String day) {
        return registry.hr().post(PATH + "/" + id + "/closures", Map.of("validTo", day, "reason", "科室合并"));
    }

    private List<String> names(String query) {
        JsonNode items = registry.hr().get(PATH + "?" + query).json().path("items");
        return items.valueStream()
                .map(item -> item.path("current").path("name").asString())
                .toList();
    }

    private Answer appoint(UUID member, Object... changes) {
        return registry.hr().post("/v1/members/" + member + "/appointments", appointment("T01", changes));
    }

    @Test
    void departmentsAreOpenedRenamedAndClosedAsOfDaysAndOthersAreTold_R1() {
        created(registry.hr().post("/v1/members", physician(1)));
        UUID id = opened("IM", "内科", "headStaffNo", "S00001");
        assertThat(registry.hr().post(PATH, department("IM", "另一内科")).code()).isEqualTo("department.exists");
        Map<String, Object> renamed = department("IM", "大内科", "validFrom", "2020-01-01");
        assertThat(registry.hr().put(PATH + "/" + id, renamed, "\"9\"").status())
                .isEqualTo(412);
        Answer changed = registry.hr().put(PATH + "/" + id, renamed, "\"1\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(registry.hr().put(PATH + "/" + id, renamed, "\"2\"").header("ETag"))
                .as("says nothing new")
                .isEqualTo("\"2\"");
        assertThat(names("asOf=2019-12-31&institution=T01")).containsExactly("内科");
        assertThat(names("asOf=2020-01-01&q=大内")).containsExactly("大内科");
        assertThat(names("asOf=2009-12-31")).isEmpty();
        assertThat(close(id, "2030-01-01").status()).isEqualTo(200);
        assertThat(close(id, "2031-01-01").body()).contains("/validTo", "ends-already");
        assertThat(names("asOf=2030-01-01")).isEmpty();
        assertThat(registry.hr().get(PATH + "/" + id).json().path("history")).hasSize(2);
        await().untilAsserted(() -> assertThat(events.bodies("staff.departments", id))
                .hasSize(3)
                .allSatisfy(told -> EventContract.assertValid("staff.department-changed.v1", told))
                .last()
                .asString()
                .contains("内科", "大内科", "2030-01-01"));
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=department.closed")
                        .body())
                .contains(id.toString());
    }

    @Test
    void pastChangesStandAndParentsFormNoCircle_R1() {
        UUID surgery = opened("SU", "外科");
        opened("SU1", "骨科", "parentCode", "SU");
        Answer circle = registry.hr().put(PATH + "/" + surgery, department("SU", "外科", "parentCode", "SU1"), "\"1\"");
        assertThat(circle.body()).contains("/parentCode", "parent-circle");
        assertThat(registry.hr()
                        .post(PATH, department("SU2", "泌尿外科", "parentCode", "XX"))
                        .body())
                .contains("/parentCode", "unknown-department");
        assertThat(registry.hr()
                        .post(PATH, department("SU2", "泌尿外科", "parentCode", "SU", "validFrom", "2001-01-01"))
                        .body())
                .contains("/parentCode", "department-not-open");
        assertThat(registry.hr()
                        .post(PATH, department("SU2", "泌尿外科", "headStaffNo", "S99999"))
                        .body())
                .contains("/headStaffNo", "unknown-member");
        assertThat(registry.hr()
                        .put(PATH + "/" + surgery, department("SU", "a", "validFrom", "2001-01-01"), "\"1\"")
                        .body())
                .contains("/validFrom", "department-changed-later");
        assertThat(close(surgery, "2026-01-01").body()).contains("/validTo", "department-used", "SU1");
        assertThat(registry.hr().post(PATH, Map.of()).status()).isIn(403, 422);
    }

    @Test
    void whereDepartmentsAreKeptAnUnknownOrClosedOneIsRefused_R1_R3() {
        UUID member = created(registry.hr().post("/v1/members", physician(1)));
        UUID anywhere =
                created(appoint(member, "institutionCode", "T02", "department", "随便", "fte", 0.1, "main", false));
        assertThat(anywhere).as("T02 keeps no departments").isNotNull();
        UUID id = opened("IM", "内科");
        assertThat(appoint(member, "department", "外科").body()).contains("/department", "unknown-department");
        assertThat(appoint(member, "validFrom", "2009-01-01").body()).contains("/department", "department-not-open");
        registry.hr().put(PATH + "/" + id, department("IM", "大内科", "validFrom", "2022-01-01"), "\"1\"");
        created(appoint(member, "fte", 0.2, "validTo", "2023-01-01"));
        assertThat(appoint(member, "main", false, "fte", 0.1, "validFrom", "2022-01-01")
                        .body())
                .as("it is not called so any more")
                .contains("/department", "department-not-open");
        created(appoint(
                member,
                "main",
                false,
                "fte",
                0.1,
                "department",
                "IM",
                "validFrom",
                "2022-01-01",
                "validTo",
                "2025-01-01"));
        assertThat(close(id, "2024-01-01").body()).contains("/validTo", "department-used");
        assertThat(close(id, "2025-01-01").status()).isEqualTo(200);
        Map<String, Object> post = Map.of(
                "institutionCode",
                "T01",
                "department",
                "IM",
                "category",
                "nurse",
                "headcount",
                1,
                "validFrom",
                "2025-01-01");
        assertThat(registry.hr().post("/v1/authorised-posts", post).body())
                .contains("/department", "department-not-open");
        JsonNode job = registry.imported("appointments", """
                external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to
                A1,S00001,T01,妇科,医师,0.1,false,2022-01-01,
                """);
        assertThat(job.path("rejected").asInt()).as(job.toString()).isEqualTo(1);
    }

    @Test
    void departmentsComeAndGoAsFiles_R1_R13() {
        String rows = """
                T01,SU,2010-01-01,外科,,clinical,,,,2020-01-01
                T01,SU,2020-01-01,大外科,Surgery,clinical,,,,
                T01,OR,2010-01-01,骨科,,clinical,orthopaedics,SU,,
                """;
        JsonNode job = registry.imported("departments", HEADER + rows);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.path("changed").asInt()).as(job.toString()).isEqualTo(1);
        String exported = registry.hr().get("/v1/exports/departments").body();
        assertThat(exported).contains("T01,SU,2020-01-01,大外科,Surgery,clinical,,,,");
        JsonNode again = registry.imported("departments", HEADER + rows);
        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(3);
        JsonNode faulty = registry.imported("departments", HEADER + """
                T09,SU,2010-01-01,外科,,clinical,,,,
                T01,XX,2010-01-01,外科,,magic,,NO,,
                T01,SU,2015-01-01,外科,,clinical,,,,
                """);
        assertThat(faulty.path("rejected").asInt()).as(faulty.toString()).isEqualTo(3);
        assertThat(names("institution=T01")).containsExactlyInAnyOrder("大外科", "骨科");
    }

    @Test
    void officesKeepTheirOwnOnly_R1() {
        UUID id = opened("IM", "内科");
        var other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(other.post(PATH, department("SU", "外科")).status()).isEqualTo(403);
        assertThat(other.put(PATH + "/" + id, department("IM", "外科"), "\"1\"").status())
                .isEqualTo(404);
        assertThat(other.get(PATH).json().path("items")).isEmpty();
    }

    @Test
    void aHeadRegisteredTwiceGoesOnAsOnePerson_R1_R3() {
        UUID survivor = registry.physicianAt(1, "T02");
        UUID twice = created(registry.hr().post("/v1/members", physician(2)));
        UUID id = opened("IM", "内科", "headStaffNo", "S00002");
        Answer merged = registry.hr()
                .post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", twice, "reason", "同一人"));
        assertThat(merged.status()).as(merged.body()).isIn(200, 201);
        assertThat(registry.hr()
                        .get(PATH + "/" + id)
                        .json()
                        .path("current")
                        .path("headStaffNo")
                        .asString())
                .isEqualTo("S00001");
    }
}
