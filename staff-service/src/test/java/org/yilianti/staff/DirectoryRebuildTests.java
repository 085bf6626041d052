package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;
import static org.yilianti.staff.StateTopics.assertSame;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A consumer that knows nothing but the state topics has the same directory as the registry (R1, R3, R4). */
@ServiceTest
class DirectoryRebuildTests {

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    /** A little of everything that changes a directory, by form and by file. */
    private static void yearsGoBy(Registry registry, StateTopics topics) {
        registry.institution("T01");
        registry.institution("T02");
        for (int n = 1; n <= 7; n++) {
            registry.physicianAt(n, n % 2 == 0 ? "T01" : "T02");
        }
        List<String> ids = List.copyOf(topics.listed("/v1/members").keySet());
        UUID first = UUID.fromString(ids.getFirst());
        done(registry.hr().put("/v1/members/" + first, physician(1, "name", "何雅琴", "title", "senior"), "\"2\""));
        created(registry.hr()
                .post("/v1/members/" + first + "/appointments", appointment("T02", "main", false, "fte", 0.1)));
        UUID twice = created(registry.hr().post("/v1/members", physician(99)));
        created(registry.hr()
                .post(
                        "/v1/members/" + twice + "/appointments",
                        appointment("T01", "validTo", "2020-06-01", "main", false, "fte", 0.1)));
        UUID survivor = UUID.fromString(ids.get(3));
        done(registry.hr()
                .post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", twice, "reason", "same")));
        for (int n = 0; n < ids.size(); n++) {
            created(registry.hr().post("/v1/licences", licence(UUID.fromString(ids.get(n)), "L" + n, "T01")));
        }
        String licence = topics.listed("/v1/licences").keySet().iterator().next();
        done(registry.hr()
                .post("/v1/licences/" + licence + "/suspensions", Map.of("from", "2026-01-01", "reason", "test")));
        registry.imported("members", """
                staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,specialty_since,institution_head
                F1,林海燕,Lin Haiyan,female,1980-05-17,%s,,nurse,junior,,,,false
                """.formatted(physician(55).get("nationalId")));
        registry.imported("appointments", """
                external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to
                A1,F1,T02,外科,护士,1,true,2022-01-01,
                """);
        registry.imported(
                "institution-functions",
                "institution_code,function,valid_from,valid_to\nT01,basic-care,2010-01-01,\nT01,teaching,2012-01-01,2016-01-01\n");
        registry.imported("departments", """
                institution_code,code,valid_from,name,name_en,kind,specialty,parent_code,head_staff_no,valid_to
                T02,SU,2010-01-01,外科,Surgery,clinical,surgery,,F1,
                T02,OR,2012-01-01,骨科,,clinical,,SU,,
                T02,SU,2020-01-01,大外科,,clinical,surgery,,F1,
                """);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void theStateTopicsAloneRebuildTheWholeDirectory_R1_R3_R4() {
        Registry registry = Registry.empty(port);
        StateTopics topics = new StateTopics(events, registry);
        yearsGoBy(registry, topics);
        await().untilAsserted(() -> {
            assertSame(topics.rebuilt("staff.institutions"), topics.listed("/v1/institutions"), 12);
            assertSame(topics.rebuilt("staff.licences"), topics.listed("/v1/licences"), 16);
            Map<String, JsonNode> members = topics.rebuilt("staff.members");
            Map<String, JsonNode> known = topics.rebuilt("staff.departments");
            topics.assertTold(
                    "staff.departments",
                    topics.listed("/v1/departments"),
                    department -> terms(department, known, members),
                    "current",
                    "recordedAt",
                    "recordedBy");
            assertThat(members.values()
                            .removeIf(member -> member.path("mergedIntoId").isString()))
                    .as("one was merged")
                    .isTrue();
            assertSame(members, topics.listed("/v1/members"), 12);
            members.forEach((id, member) -> assertSame(
                    StateTopics.byId(member.path("appointments")),
                    StateTopics.byId(registry.hr()
                            .get("/v1/members/" + id + "/appointments")
                            .json()
                            .path("items")),
                    7));
        });
    }

    /** With terms that name the department above and the head by id. */
    private static ObjectNode terms(
            ObjectNode department, Map<String, JsonNode> departments, Map<String, JsonNode> members) {
        ArrayNode terms = department.putArray("terms");
        department.remove("history").forEach(was -> {
            ObjectNode term = (ObjectNode) was.deepCopy();
            JsonNode head = term.remove("headStaffNo");
            members.values().stream()
                    .filter(member -> member.path("staffNo").equals(head))
                    .forEach(member -> term.set("headId", member.path("id")));
            JsonNode parent = term.remove("parentCode");
            departments.values().stream()
                    .filter(above -> above.path("code").equals(parent))
                    .forEach(above -> term.set("parentId", above.path("id")));
            terms.add(term);
        });
        return department;
    }
}
