package org.yilianti.rotation.application;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.databind.ObjectMapper;

/** The lines of applications' histories and the hands that have touched them; both only grow. */
@Repository
class ApplicationHistory {

    /** What makes a hand: having made the application, or having decided on it. */
    private static final Set<StepAction> HANDS = Set.of(
            StepAction.DRAFTED,
            StepAction.SUBMITTED,
            StepAction.APPROVED,
            StepAction.CONSENTED,
            StepAction.ACCEPTED,
            StepAction.FILED,
            StepAction.REFUSED);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationRows rows;

    ApplicationHistory(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new ApplicationRows(json);
    }

    /** The applications with their histories and hands; two queries, whatever their number. */
    List<PracticeApplication> complete(List<PracticeApplication> applications) {
        List<UUID> ids = applications.stream().map(PracticeApplication::id).toList();
        Map<UUID, List<ApplicationStep>> steps = steps(ids);
        Map<UUID, Set<String>> hands = hands(ids);
        return applications.stream()
                .map(one -> new PracticeApplication(
                        one.id(),
                        one.association(),
                        one.version(),
                        one.subject(),
                        one.state(),
                        one.progress(),
                        one.reasons(),
                        new ApplicationTrail(
                                hands.getOrDefault(one.id(), Set.of()), steps.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    /** Adds the lines that are not kept yet. */
    void addNew(PracticeApplication application) {
        add(
                application,
                jdbc.sql("select count(*) from practice_application_step where application_id = ?")
                        .param(Ids.bytes(application.id()))
                        .query(Integer.class)
                        .single());
    }

    /** Adds the lines from position {@code first} on; a hand that is there already is refused, whatever the aggregate thought. */
    void add(PracticeApplication application, int first) {
        List<ApplicationStep> history = application.history();
        batches.batchUpdate(
                """
                insert into practice_application_step (application_id, position, state, action, actor, on_behalf_of, taken_at, note)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(first, history.size())
                        .mapToObj(position -> columns(application.id(), position, history.get(position)))
                        .toList());
        history.subList(first, history.size()).forEach(step -> addHands(application, step));
    }

    private void addHands(PracticeApplication application, ApplicationStep step) {
        boolean resubmitted = step.action() == StepAction.SUBMITTED
                && application.history().getFirst().action() == StepAction.DRAFTED;
        if (!HANDS.contains(step.action()) || resubmitted || step.actor().startsWith("system:")) {
            return;
        }
        try {
            batches.batchUpdate(
                    "insert into practice_application_hand (application_id, account) values (?, ?)",
                    Stream.concat(Stream.of(step.actor()), step.onBehalfOf().stream())
                            .map(account -> new Object[] {Ids.bytes(application.id()), account})
                            .toList());
        } catch (DuplicateKeyException second) {
            throw Refusal.forbidden("application.four-eyes", step.actor());
        }
    }

    private @Nullable Object[] columns(UUID id, int position, ApplicationStep step) {
        return new @Nullable Object[] {
            Ids.bytes(id),
            position,
            step.state().code(),
            step.action().code(),
            step.actor(),
            step.onBehalfOf().isEmpty() ? null : rows.accounts(step.onBehalfOf()),
            Timestamp.from(step.at()),
            step.note()
        };
    }

    private Map<UUID, List<ApplicationStep>> steps(Collection<UUID> ids) {
        record Row(UUID application, ApplicationStep step) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from practice_application_step where application_id in (:ids) order by application_id, position")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Row(Ids.uuid(row.getBytes("application_id")), rows.step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::application, Collectors.mapping(Row::step, Collectors.toList())));
    }

    private Map<UUID, Set<String>> hands(Collection<UUID> ids) {
        record Hand(UUID application, String account) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from practice_application_hand where application_id in (:ids)")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Hand(Ids.uuid(row.getBytes("application_id")), row.getString("account")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Hand::application, Collectors.mapping(Hand::account, Collectors.toSet())));
    }
}
