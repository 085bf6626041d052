package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.LastConnection;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.Registry;
import org.yilianti.staff.listing.SortOrder;
import tools.jackson.databind.JsonNode;

/** R7: training budget and cost per institution; nothing is committed beyond it without an audited permit. */
@ServiceTest
class TrainingBudgetTests {

    @LocalServerPort
    int port;

    @Autowired
    DataSource source;

    @Autowired
    BudgetRepository budgets;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, today);

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        desk = new TrainingDesk(registry, today);
        registry.institution("T01");
        registry.institution("T02");
    }

    private Answer permit(TestApi by, UUID budget, long extraFen) {
        return by.post(
                "/v1/training-budgets/" + budget + "/permits", Map.of("extraFen", extraFen, "reason", "epidemic"));
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    /** R7: many readers at once do not wait for one another. */
    @Test
    void aPageOfBudgetsIsReadWithOneConnection() throws SQLException {
        permit(registrar(), desk.budget("T01", 100), 5);
        permit(registrar(), desk.budget("T02", 200), 7);
        SortOrder order = SortOrder.of(null, Map.of("year", "b.budget_year"), "year", "b.id");
        List<Budget> read = LastConnection.of(
                source,
                () -> budgets.list(
                        registry.association(), InstitutionScope.ALL, null, null, order, new PageRequest(10, null)));
        assertThat(read.stream().map(one -> one.available().fen())).containsExactlyInAnyOrder(105L, 207L);
    }

    /** R7: beyond the budget only by a permit of somebody else, kept with its reason. */
    @Test
    void aCommitmentBeyondTheBudgetNeedsAPermit() {
        UUID session = desk.announced("T01", "capacity", 9, "costFen", 60000);
        UUID first = registry.physicianAt(1, "T02");
        assertThat(desk.apply(session, first).code()).isEqualTo("budget.exceeded");
        UUID budget = desk.budget("T02", 100000);
        UUID enrolment = created(desk.apply(session, first));
        assertThat(desk.budget(budget).path("committedFen").asLong()).isEqualTo(60000);
        UUID second = registry.physicianAt(2, "T02");
        Answer refused = desk.apply(session, second);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("600.00", "400.00");
        TestApi treasurer = new TestApi(port)
                .as(TestCaller.named(Role.ASSOCIATION_ADMIN.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(permit(treasurer, budget, 20000).code()).isEqualTo("budget.own-budget");
        JsonNode permitted = permit(registrar(), budget, 20000).json();
        assertThat(permitted.path("permits").path(0).path("reason").asString()).isEqualTo("epidemic");
        assertThat(permitted.path("availableFen").asLong()).isEqualTo(60000);
        created(desk.apply(session, second));
        assertThat(desk.budget(budget).path("availableFen").asLong()).isZero();
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?subject=" + budget)
                        .body())
                .contains("budget.permitted");
        registry.hr().post("/v1/training-enrolments/" + enrolment + "/withdrawals", Map.of());
        assertThat(desk.budget(budget).path("availableFen").asLong()).isEqualTo(60000);
    }

    /** R7: however many sessions take people at once, no more is committed than there is. */
    @Test
    void theLastMoneyIsCommittedOnce() throws Exception {
        UUID budget = desk.budget("T02", 100000);
        List<UUID> sessions = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            sessions.add(desk.announced("T01", "costFen", 60000));
            people.add(registry.physicianAt(i, "T02"));
        }
        int taken = 0;
        try (ExecutorService offices = Executors.newFixedThreadPool(people.size())) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                UUID session = sessions.get(i);
                UUID person = people.get(i);
                answers.add(offices.submit(() -> desk.apply(session, person)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
                taken += answer.get().status() == 201 ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(1);
        assertThat(desk.budget(budget).path("committedFen").asLong()).isEqualTo(60000);
    }

    /** R7: in a selection, whoever's institution cannot pay waits with that reason, and the next comes in. */
    @Test
    void whoIsBeyondTheBudgetWaitsAndTheNextComesIn() {
        desk.budget("T02", 60000);
        UUID session = desk.announced("T01", "costFen", 60000, "capacity", 2, "criteria", TrainingDesk.criteria());
        UUID best = created(desk.apply(session, registry.physicianAt(1, "T01"), 9));
        UUID middle = created(desk.apply(session, registry.physicianAt(2, "T02"), 5));
        UUID last = created(desk.apply(session, registry.physicianAt(3, "T02"), 1));
        desk.close(session);
        assertThat(desk.select(session).status()).isEqualTo(200);
        JsonNode waits = registry.hr().get("/v1/training-enrolments/" + best).json();
        assertThat(waits.path("state").asString()).isEqualTo("waiting");
        assertThat(waits.path("rank").asInt()).isEqualTo(1);
        assertThat(waits.path("note").asString()).isEqualTo("over-budget");
        assertThat(desk.state(middle)).isEqualTo("enrolled");
        assertThat(desk.state(last)).isEqualTo("waiting");
    }

    /** R7: whoever applied before a session became dearer commits what it costs when places are given. */
    @Test
    void aPlaceCommitsWhatTheSessionCostsWhenItIsGiven() {
        UUID budget = desk.budget("T02", 60000);
        UUID session = desk.announced("T01", "costFen", 100, "capacity", 2, "criteria", TrainingDesk.criteria());
        UUID first = created(desk.apply(session, registry.physicianAt(1, "T02"), 9));
        UUID second = created(desk.apply(session, registry.physicianAt(2, "T02"), 1));
        desk.close(session, "costFen", 40000);
        assertThat(desk.select(session).status()).isEqualTo(200);
        assertThat(desk.state(first)).isEqualTo("enrolled");
        assertThat(desk.state(second)).isEqualTo("waiting");
        assertThat(desk.budget(budget).path("committedFen").asLong()).isEqualTo(40000);
    }

    /** R7: a budget is set once a year, changed by who has read it, and never below what is committed. */
    @Test
    void aBudgetIsNeverLessThanWhatIsCommitted() {
        UUID budget = desk.budget("T02", 100000);
        created(desk.apply(desk.announced("T01", "costFen", 60000), registry.physicianAt(1, "T02")));
        TestApi admin = registry.as(Role.ASSOCIATION_ADMIN, "*");
        String path = "/v1/training-budgets/" + budget;
        assertThat(admin.put(path, Map.of("amountFen", 59999), "\"1\"").code()).isEqualTo("budget.committed");
        assertThat(admin.put(path, Map.of("amountFen", 60000), "\"1\"").status())
                .isEqualTo(200);
        assertThat(admin.put(path, Map.of("amountFen", 70000), "\"1\"").status())
                .isEqualTo(412);
        assertThat(admin.put(path, Map.of("amountFen", 0.5), "\"2\"").body()).contains("/amountFen", "too-precise");
        Map<String, Object> again = Map.of("institutionCode", "T02", "year", today.getYear(), "amountFen", 1);
        assertThat(admin.post("/v1/training-budgets", again).code()).isEqualTo("budget.exists");
        Map<String, Object> nowhere = Map.of("institutionCode", "T09", "year", 1999, "amountFen", -1);
        assertThat(admin.post("/v1/training-budgets", nowhere).body())
                .contains("unknown-institution", "/year", "/amountFen");
        assertThat(permit(registrar(), budget, 0).body()).contains("/extraFen", "out-of-range");
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/training-budgets")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/training-budgets?year=" + today.getYear())
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** R7: what a place costs, and in which year, stays while somebody has one. */
    @Test
    void theCostStaysWhileSomebodyHasAPlace() {
        UUID session = desk.announced("T01");
        created(desk.apply(session, registry.physicianAt(1, "T01")));
        JsonNode shown = registry.hr().get("/v1/training-sessions/" + session).json();
        Map<String, Object> dearer =
                desk.session(UUID.fromString(shown.path("programmeId").asString()), "costFen", 1);
        assertThat(registry.hr()
                        .put("/v1/training-sessions/" + session, dearer, "\"1\"")
                        .code())
                .isEqualTo("session.cost-committed");
    }
}
