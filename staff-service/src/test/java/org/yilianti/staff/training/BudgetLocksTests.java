package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionId;

/** R7: whoever commits budgets locks sessions, then budgets, all in the same order, so that nobody waits in a circle. */
@ServiceTest
class BudgetLocksTests {

    @Autowired
    EnrolmentIntake enrolments;

    @Autowired
    SessionIntake intake;

    @Autowired
    SessionRepository sessions;

    @Autowired
    BudgetRepository budgets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, today);
    private InstitutionId first = new InstitutionId(new UUID(0, 0));
    private InstitutionId second = first;

    /** The budget of the second was set first: its id is the smaller one. */
    @BeforeEach
    void twoCentresWithBudgets() {
        registry = Registry.empty(port);
        first = new InstitutionId(registry.institution("T01"));
        second = new InstitutionId(registry.institution("T02"));
        desk = new TrainingDesk(registry, today);
        desk.budget("T02", 100_000);
        desk.budget("T01", 100_000);
    }

    private Taken inTransaction(Supplier<Taken> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    /** Whether another transaction could lock it now. */
    private boolean free(String table, String condition, Object... params) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> {
                        try {
                            return jdbc.sql("select id from " + table + " where " + condition + " for update nowait")
                                    .params(params)
                                    .query((row, number) -> true)
                                    .single();
                        } catch (PessimisticLockingFailureException held) {
                            return false;
                        }
                    })
                    .get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Until another transaction has waited for a lock for a while. */
    private void awaitWaiting() {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            await().until(() ->
                    other.submit(() -> jdbc.sql("""
                                    select count(*) from information_schema.processlist
                                    where info like '%for update%' and time_ms > 300 and id <> connection_id()
                                    """).query(Long.class).single()).get() > 0);
        }
    }

    private Entry applying(String place) {
        return Entry.form(
                "institutionCode",
                "T01",
                "course",
                "基层高血压管理",
                "startsOn",
                today,
                "place",
                place,
                "staffNo",
                "S00001",
                "priority",
                5);
    }

    @Test
    void aFileWaitsForAllItsSessionsBeforeItHoldsABudget_R7() throws Exception {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T01")));
        created(registry.hr().post("/v1/training-sessions", desk.session(course, "place", "一", "costFen", 100)));
        UUID later = created(
                registry.hr().post("/v1/training-sessions", desk.session(course, "place", "二", "costFen", 100)));
        registry.physicianAt(1, "T01");
        Editor editor = new Editor(registry.association(), "hr-officer", InstitutionScope.ALL);
        List<Entry> file = List.of(applying("一"), applying("二"));
        try (ExecutorService office = Executors.newSingleThreadExecutor()) {
            Future<Taken> taken = new TransactionTemplate(transactions).execute(form -> {
                assertThat(sessions.lock(registry.association(), later)).isPresent();
                Future<Taken> waiting = office.submit(() -> inTransaction(() -> enrolments.take(editor, file)));
                awaitWaiting();
                assertThatCode(() ->
                                assertThat(budgets.lock(first, today.getYear())).isPresent())
                        .doesNotThrowAnyException();
                return waiting;
            });
            assertThat(Objects.requireNonNull(taken).get()).isEqualTo(new Taken(2, 0, 0));
        }
    }

    @Test
    void budgetsAreLockedInTheOrderOfTheirInstitutions_R7() throws Exception {
        try (ExecutorService office = Executors.newSingleThreadExecutor()) {
            Future<?> all = new TransactionTemplate(transactions).execute(form -> {
                assertThat(budgets.lock(first, today.getYear())).isPresent();
                Future<?> waiting = office.submit(() -> inTransaction(() -> {
                    assertThat(budgets.lockAll(List.of(second, first), List.of(today.getYear())))
                            .hasSize(2);
                    return Taken.NOTHING;
                }));
                awaitWaiting();
                assertThat(free("training_budget", "institution_id = ?", (Object) second.bytes()))
                        .isTrue();
                return waiting;
            });
            Objects.requireNonNull(all).get();
        }
    }

    private Entry roomier(String place) {
        return Entry.form(
                "institutionCode",
                "T01",
                "course",
                "基层高血压管理",
                "startsOn",
                today,
                "place",
                place,
                "endsOn",
                today,
                "applyUntil",
                today,
                "capacity",
                2,
                "costFen",
                100);
    }

    /** Who waits for the first session is paid by the second institution, who waits for the second session by the first. */
    @Test
    void aFileThatGivesPlacesInSeveralSessionsLocksTheirBudgetsAtOnce_R7() throws Exception {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T01")));
        List<UUID> people =
                List.of(registry.physicianAt(1, "T01"), registry.physicianAt(2, "T02"), registry.physicianAt(3, "T01"));
        for (int number = 0; number < 2; number++) {
            UUID session = created(registry.hr()
                    .post(
                            "/v1/training-sessions",
                            desk.session(course, "place", List.of("一", "二").get(number), "costFen", 100)));
            created(desk.apply(session, people.getFirst()));
            created(desk.apply(session, people.get(number + 1)));
        }
        Editor editor = new Editor(registry.association(), "hr-officer", InstitutionScope.ALL);
        List<Entry> file = List.of(roomier("一"), roomier("二"));
        try (ExecutorService office = Executors.newSingleThreadExecutor()) {
            Future<Taken> taken = new TransactionTemplate(transactions).execute(form -> {
                assertThat(budgets.lock(first, today.getYear())).isPresent();
                Future<Taken> waiting = office.submit(() -> inTransaction(() -> intake.take(editor, file)));
                awaitWaiting();
                assertThat(free("training_budget", "institution_id = ?", (Object) second.bytes()))
                        .isTrue();
                return waiting;
            });
            assertThat(Objects.requireNonNull(taken).get()).isEqualTo(new Taken(0, 2, 0));
        }
        assertThat(jdbc.sql(
                                "select count(*) from training_enrolment where member_id in (:people) and state = 'enrolled'")
                        .param("people", people.stream().map(Ids::bytes).toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    /** Whoever gives places writes the version after the one that was read: a merger must not come in between. */
    @Test
    void aMergerWaitsForTheSessionsInWhichThePersonTakesPart_R7() throws Exception {
        UUID session = desk.announced("T01");
        UUID duplicate = registry.physicianAt(1, "T01");
        UUID enrolment = created(desk.apply(session, duplicate));
        UUID survivor = created(registry.hr().post("/v1/members", Registry.physician(2)));
        try (ExecutorService office = Executors.newSingleThreadExecutor()) {
            Future<Answer> merged = new TransactionTemplate(transactions).execute(form -> {
                assertThat(sessions.lock(registry.association(), session)).isPresent();
                Future<Answer> waiting = office.submit(() -> registry.hr()
                        .post(
                                "/v1/members/" + survivor + "/mergers",
                                Map.of("duplicateId", duplicate, "reason", "same person")));
                awaitWaiting();
                assertThat(free("training_enrolment", "id = ?", (Object) Ids.bytes(enrolment)))
                        .isTrue();
                return waiting;
            });
            assertThat(Objects.requireNonNull(merged).get().status()).isEqualTo(200);
        }
        assertThat(registry.hr().get("/v1/training-enrolments/" + enrolment).header("ETag"))
                .isEqualTo("\"2\"");
    }
}
