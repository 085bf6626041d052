package org.yilianti.staff.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R1: institutions join, leave and merge, as of days past and to come. */
@ServiceTest
class MembershipServiceTests {

    private static final String PATH = "/v1/institution-memberships";

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker worker;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void threeCentres() {
        registry = Registry.empty(port);
        List.of("T01", "T02", "T03").forEach(registry::institution);
    }

    private TestApi admin() {
        return registry.as(Role.ASSOCIATION_ADMIN, "*");
    }

    private Answer join(String code, String day) {
        return admin().post(PATH, Map.of("institutionCode", code, "joinedOn", day, "reason", "协议加入"));
    }

    private Answer end(UUID id, String day, String into) {
        Map<String, Object> body = new HashMap<>(Map.of("leftOn", day, "reason", "机构调整"));
        if (!into.isEmpty()) {
            body.put("mergedIntoCode", into);
        }
        return admin().post(PATH + "/" + id + "/endings", body);
    }

    private List<String> members(String day) {
        JsonNode items = registry.hr().get(PATH + "?asOf=" + day).json().path("items");
        return items.valueStream()
                .map(period -> period.path("institutionCode").asString())
                .toList();
    }

    @Test
    void institutionsJoinAndLeaveAndMayComeAgain_R1() {
        UUID first = created(join("T01", "2020-01-01"));
        created(join("T02", "2021-01-01"));
        assertThat(join("T01", "2022-01-01").code()).isEqualTo("membership.in-already");
        assertThat(end(first, "2023-01-01", "").json().path("ending").asString())
                .isEqualTo("left");
        assertThat(end(first, "2024-01-01", "").code()).isEqualTo("membership.over");
        assertThat(join("T01", "2022-06-01").code()).isEqualTo("membership.in-already");
        created(join("T01", "2023-01-01"));
        assertThat(members("2020-06-01")).containsExactly("T01");
        assertThat(members("2022-06-01")).containsExactly("T01", "T02");
        assertThat(registry.hr().get(PATH + "?institution=T01").json().path("items"))
                .hasSize(2);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=membership.left")
                        .body())
                .contains(first.toString(), "机构调整");
    }

    @Test
    void anInstitutionIsMergedIntoOneThatIsInTheAssociationThatDayAndOthersAreTold_R1() {
        UUID merging = created(join("T01", "2020-01-01"));
        UUID gone = created(join("T02", "2020-01-01"));
        end(gone, "2021-01-01", "");
        assertThat(end(merging, "2022-01-01", "T02").body()).contains("/mergedIntoCode", "membership-elsewhere");
        assertThat(end(merging, "2022-01-01", "T01").body()).contains("membership-elsewhere");
        assertThat(end(merging, "2022-01-01", "T99").body()).contains("unknown-institution");
        assertThat(end(merging, "2020-01-01", "T03").body()).contains("/leftOn", "period-inverted");
        Answer merged = end(merging, "2055-01-01", "T03");
        assertThat(merged.json().path("ending").asString()).as(merged.body()).isEqualTo("merged");
        assertThat(members("2054-12-31")).containsExactly("T01");
        assertThat(members("2055-01-01")).isEmpty();
        await().untilAsserted(() -> assertThat(events.bodies("staff.institution-memberships", merging))
                .hasSize(2)
                .allSatisfy(told -> EventContract.assertValid("staff.institution-membership-changed.v1", told))
                .last()
                .asString()
                .contains("\"ending\":\"merged\"", "2055-01-01"));
    }

    @Test
    void afterADepartureNobodyIsAppointedAndNothingThereCountsButWhatGoesOnIsAlerted_R1_R2() {
        UUID member = registry.physicianAt(1, "T01");
        UUID other = created(registry.hr().post("/v1/members", physician(2)));
        created(registry.hr()
                .post(
                        "/v1/authorised-posts",
                        Map.of(
                                "institutionCode",
                                "T01",
                                "category",
                                "physician",
                                "headcount",
                                3,
                                "validFrom",
                                "2020-01-01")));
        end(created(join("T01", "2021-01-01")), "2024-01-01", "");
        Answer late = appoint(other, "2024-01-01");
        assertThat(late.body()).contains("/institutionCode", "institution-departed", "2024-01-01");
        created(appoint(other, "2020-06-01"));
        assertThat(reported("2023-12-31")).isTrue();
        assertThat(reported("2024-01-01")).isFalse();
        assertThat(reported("2020-12-31")).as("before it joined").isFalse();
        assertThat(registry.hr()
                        .get("/v1/authorised-posts?asOf=2023-12-31")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(registry.hr()
                        .get("/v1/authorised-posts?asOf=2024-01-01")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(registry.hr().get("/v1/members/" + member).status()).isEqualTo(200);
        worker.lookAt(registry.association());
        assertThat(alerts("departed-appointment")).isEqualTo(2);
        assertThat(alerts("departed-post")).isEqualTo(1);
        created(join("T01", "2025-01-01"));
        worker.lookAt(registry.association());
        assertThat(alerts("departed-appointment")).as("it came back").isZero();
        UUID third = created(registry.hr().post("/v1/members", physician(3)));
        assertThat(appoint(third, "2024-06-01").body()).contains("institution-departed");
        created(appoint(third, "2025-01-01"));
    }

    private Answer appoint(UUID member, String from) {
        return registry.hr()
                .post("/v1/members/" + member + "/appointments", appointment("T01", "validFrom", from, "fte", 0.3));
    }

    private boolean reported(String day) {
        return registry.hr().get("/v1/staffing-reports?asOf=" + day).body().contains("\"T01\"");
    }

    private int alerts(String kind) {
        return registry.hr()
                .get("/v1/alerts?status=open&kind=" + kind)
                .json()
                .path("items")
                .size();
    }

    @Test
    void onlyTheAssociationDecidesAndOfficesSeeTheirOwn_R1() {
        UUID id = created(join("T01", "2020-01-01"));
        Map<String, Object> body = Map.of("institutionCode", "T02", "joinedOn", "2020-01-01", "reason", "a");
        assertThat(registry.hr().post(PATH, body).status()).isEqualTo(403);
        assertThat(registry.as(Role.ASSOCIATION_ADMIN, "T01").post(PATH, body).status())
                .isEqualTo(403);
        assertThat(registry.as(Role.ASSOCIATION_ADMIN, "T02")
                        .post(PATH + "/" + id + "/endings", Map.of("leftOn", "2021-01-01", "reason", "a"))
                        .status())
                .isEqualTo(404);
        assertThat(registry.as(Role.HR_OFFICER, "T02").get(PATH).json().path("items"))
                .isEmpty();
        assertThat(admin().post(PATH, Map.of()).body()).contains("/institutionCode", "/joinedOn", "/reason");
        assertThat(admin().send("POST", PATH + "/" + id + "/endings", Map.of("leftOn", "2021-01-01", "reason", "a"))
                        .status())
                .as("version 1 was read")
                .isEqualTo(200);
    }

    @Test
    void howeverManyRecordItAtOnceAnInstitutionJoinsOnce_R1() throws Exception {
        try (ExecutorService offices = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(number ->
                            offices.submit(() -> join("T01", "2020-01-01").status()))
                    .toList();
            int joined = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                joined += answer.get() == 201 ? 1 : 0;
            }
            assertThat(joined).isEqualTo(1);
        }
    }
}
