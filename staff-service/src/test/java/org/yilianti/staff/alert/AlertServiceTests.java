package org.yilianti.staff.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;
import tools.jackson.databind.JsonNode;

/** R4: an office is told of licences that end, by the lead times of its association. */
@ServiceTest
class AlertServiceTests {

    @Autowired
    AlertWorker worker;

    @Autowired
    AlertManagement management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AgendaWorker agenda;

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void aPhysician() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
    }

    private UUID ending(String number, int days, Object... more) {
        Map<String, Object> body = licence(member, number, "T01", more);
        body.put("validTo", today.plusDays(days).toString());
        return created(registry.hr().post("/v1/licences", body));
    }

    private List<JsonNode> open(String kind) {
        worker.lookAt(registry.association());
        return registry.hr()
                .get("/v1/alerts?kind=" + kind)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** R4: expiry alerts at policy lead times; what is renewed falls away by itself. */
    @Test
    void aLicenceThatEndsIsAlertedOnceAndTheAlertGoesWithItsRenewal() {
        UUID id = ending("N1", 25);
        assertThat(open("licence-expiry")).singleElement().satisfies(alert -> {
            assertThat(alert.path("subjectId").asString()).isEqualTo(id.toString());
            assertThat(alert.path("leadDays").asInt()).isEqualTo(30);
            assertThat(alert.path("institutionCode").asString()).isEqualTo("T01");
            assertThat(alert.path("message").asString())
                    .contains(today.plusDays(25).toString());
        });
        assertThat(open("licence-expiry")).hasSize(1);
        UUID alert =
                UUID.fromString(open("licence-expiry").getFirst().path("id").asString());
        created(registry.hr()
                .post(
                        "/v1/licences",
                        licence(
                                member,
                                "N1",
                                "T01",
                                "renewsId",
                                id,
                                "validFrom",
                                today.plusDays(25).toString())));
        assertThat(open("licence-expiry")).isEmpty();
        await().untilAsserted(() -> {
            List<String> told = events.bodies("staff.alerts", alert);
            assertThat(told).hasSize(2);
            assertThat(told.getFirst()).contains("\"version\":1", "\"status\":\"open\"");
            assertThat(told.getLast()).contains("\"version\":2", "\"status\":\"settled\"");
        });
    }

    @Test
    void aLicenceFarFromItsEndOrOfSomebodyWhoLeftIsNotAlerted() {
        ending("FAR", 91);
        assertThat(open("licence-expiry")).isEmpty();
        UUID gone = created(registry.hr().post("/v1/members", Registry.physician(2)));
        created(registry.hr()
                .post(
                        "/v1/members/" + gone + "/appointments",
                        Registry.appointment("T01", "validTo", today.toString())));
        member = gone;
        ending("GONE", -300);
        assertThat(open("licence-expiry")).isEmpty();
    }

    /** R4: a nurse's renewal window opens thirty days before the end; other kinds have none. */
    @Test
    void theRenewalWindowOfANurseIsAlerted() {
        ending("DOCTOR", 20);
        UUID nurse = ending(
                "NURSE",
                30,
                "kind",
                "nurse",
                "category",
                "nursing",
                "validFrom",
                today.minusYears(4).toString());
        ending(
                "LATER",
                31,
                "kind",
                "nurse",
                "category",
                "nursing",
                "validFrom",
                today.minusYears(4).toString());
        assertThat(open("licence-renewal")).isEmpty(); // the same person holds a later one
        registry.hr().post("/v1/licences", licence(member, "X", "T01"));
        member = created(registry.hr().post("/v1/members", Registry.physician(3, "category", "nurse")));
        created(registry.hr().post("/v1/members/" + member + "/appointments", Registry.appointment("T01")));
        UUID hers = ending(
                "HERS",
                30,
                "kind",
                "nurse",
                "category",
                "nursing",
                "validFrom",
                today.minusYears(4).toString());
        assertThat(open("licence-renewal"))
                .extracting(alert -> alert.path("subjectId").asString())
                .containsExactly(hers.toString())
                .doesNotContain(nurse.toString());
    }

    /** R4: trouble with one association leaves the others informed. */
    @Test
    void anAssociationThatCannotBeLookedAtHoldsUpNoOther() {
        Registry other = Registry.empty(port);
        other.institution("T01");
        FailsOnce ground = new FailsOnce();
        new AlertWorker(management, List.of(ground), jdbc, Clock.systemUTC()).lookAround();
        assertThat(ground.asked).contains(registry.association(), other.association());
    }

    /** A ground on which nothing is ever due, and which cannot be looked at the first time. */
    private static final class FailsOnce implements AlertGround {

        private final String kind = "test-" + UUID.randomUUID();
        private final Set<UUID> asked = new HashSet<>();

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String subjectType() {
            return "test";
        }

        @Override
        public List<Integer> leadDays(UUID association) {
            asked.add(association);
            if (asked.size() == 1) {
                throw new IllegalStateException("cannot be looked at");
            }
            return List.of(1);
        }

        @Override
        public Selection due(UUID association, LocalDate today) {
            String none =
                    "select i.id as subject_id, i.id as member_id, i.id as institution_id, cast(:today as date) as due_on";
            return new Selection(
                    none + " from institution i where i.association_id = :association and 1 = 0", Map.of());
        }
    }

    /** R4: an acknowledgement keeps the alert open, and only the office it concerns can give it. */
    @Test
    void anOfficeAcknowledgesItsAlertAndNoOther() {
        ending("N1", 5);
        String path =
                "/v1/alerts/" + open("licence-expiry").getFirst().path("id").asString() + "/acknowledgements";
        TestApi other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.get("/v1/alerts").json().path("items")).isEmpty();
        assertThat(other.post(path, Map.of()).status()).isEqualTo(404);
        JsonNode taken = registry.as(Role.HR_OFFICER, "T01")
                .post(path, Map.of("note", "papers sent"))
                .json();
        assertThat(taken.path("status").asString()).isEqualTo("acknowledged");
        assertThat(taken.path("note").asString()).isEqualTo("papers sent");
        assertThat(open("licence-expiry")).hasSize(1);
        assertThat(registry.hr().get("/v1/alerts?status=open").json().path("items"))
                .isEmpty();
    }

    /** R4: the lead times are the association's, and a change shows by itself. */
    @Test
    void whenThePolicyChangesAlertsComeAndGo() {
        ending("N1", 80);
        assertThat(open("licence-expiry")).hasSize(1);
        String settings = """
                {"validFrom":"2020-01-01","reason":"shorter notice",
                 "settings":{"limited":[{"kind":"nurse","years":5,"renewalDays":30}],"expiryLeadDays":%s}}
                """;
        TestApi one = registry.as(Role.ASSOCIATION_ADMIN, "*");
        assertThat(one.post("/v1/policies/staff/licence-terms/proposals", settings.formatted("[10,20]"))
                        .code())
                .isEqualTo("policy.lead-days-unfit");
        UUID proposal = created(one.post("/v1/policies/staff/licence-terms/proposals", settings.formatted("[20,10]")));
        TestApi second = new TestApi(port)
                .as(org.yilianti.platform.test.TestCaller.named("second")
                        .with(Role.ASSOCIATION_ADMIN, "*")
                        .of(registry.association()));
        assertThat(second.post("/v1/policies/staff/proposals/" + proposal + "/approvals", Map.of("reason", "agreed"))
                        .status())
                .isEqualTo(200);
        assertThat(open("licence-expiry")).isEmpty();
    }
}
