package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A consumer that knows nothing but the state topics has the same directory as the registry (R1, R3, R4). */
@ServiceTest
class DirectoryRebuildTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    /** The newest state of each aggregate of the association, by id, from the beginning of the topic. */
    private Map<String, JsonNode> rebuilt(String topic, Registry registry) {
        Map<String, JsonNode> states = new TreeMap<>();
        events.read(topic).stream()
                .map(event -> JSON.readTree(new String(event.value(), StandardCharsets.UTF_8)))
                .filter(state -> state.path("associationId")
                        .asString()
                        .equals(registry.association().toString()))
                .forEach(state -> states.merge(
                        state.path("id").asString(),
                        state,
                        (known, next) -> next.path("version").asLong()
                                        > known.path("version").asLong()
                                ? next
                                : known));
        return states;
    }

    /** All rows of a list, page by page, by id. */
    private static Map<String, JsonNode> listed(Registry registry, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = registry.hr().get(path + "?limit=3" + after).json();
            page.path("items").forEach(rows::add);
            JsonNode next = page.path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.path("id").asString(), row -> row, (one, other) -> one, TreeMap::new));
    }

    /** Every field that both have says the same, and so many are in both. */
    private static void assertSame(Map<String, JsonNode> states, Map<String, JsonNode> rows, int fields) {
        assertThat(states.keySet()).isEqualTo(rows.keySet());
        rows.forEach((id, row) -> {
            JsonNode state = states.get(id);
            List<String> common =
                    row.propertyNames().stream().filter(name -> state.has(name)).toList();
            assertThat(common).hasSizeGreaterThanOrEqualTo(fields);
            common.forEach(name ->
                    assertThat(plain(state.path(name))).as(name + " of " + row).isEqualTo(plain(row.path(name))));
        });
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.toString();
    }

    /** A little of everything that changes a directory, by form and by file. */
    private void yearsGoBy(Registry registry) {
        registry.institution("T01");
        registry.institution("T02");
        for (int n = 1; n <= 7; n++) {
            registry.physicianAt(n, n % 2 == 0 ? "T01" : "T02");
        }
        List<String> ids = List.copyOf(listed(registry, "/v1/members").keySet());
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
        String licence = listed(registry, "/v1/licences").keySet().iterator().next();
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
        yearsGoBy(registry);
        await().untilAsserted(() -> {
            assertSame(rebuilt("staff.institutions", registry), listed(registry, "/v1/institutions"), 12);
            assertSame(rebuilt("staff.licences", registry), listed(registry, "/v1/licences"), 16);
            Map<String, JsonNode> departments = rebuilt("staff.departments", registry);
            assertSame(departments, listed(registry, "/v1/departments"), 3);
            assertThat(departments.values().stream()
                            .flatMap(department -> department.path("terms").valueStream())
                            .map(term -> term.path("name").asString()))
                    .containsExactlyInAnyOrder("外科", "大外科", "骨科");
            Map<String, JsonNode> members = rebuilt("staff.members", registry);
            assertThat(members.values()
                            .removeIf(member -> member.path("mergedIntoId").isString()))
                    .as("one was merged")
                    .isTrue();
            assertSame(members, listed(registry, "/v1/members"), 12);
            members.forEach((id, member) -> assertSame(
                    appointments(member.path("appointments")),
                    appointments(registry.hr()
                            .get("/v1/members/" + id + "/appointments")
                            .json()
                            .path("items")),
                    7));
        });
    }

    private static Map<String, JsonNode> appointments(JsonNode appointments) {
        Map<String, JsonNode> byId = new TreeMap<>();
        appointments.forEach(appointment -> byId.put(appointment.path("id").asString(), appointment));
        return byId;
    }
}
