package org.yilianti.rotation.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The plans. */
@Repository
public class MonthlyPlans {

    static final String SELECT = "select p.* from roster_plan p where %s";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MonthlyPlans(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public List<MonthlyPlan> list(Sight sight, @Nullable YearMonth month, PageRequest page) {
        var after = page.after();
        return withInstitutions(sight.bind(jdbc.sql(SELECT.formatted(sql(sight)) + """
                         and (:month is null or p.month = :month) and (:after is null or p.id > :after)
                        order by p.id limit :limit
                        """))
                .param("month", month == null ? null : month.toString())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(MonthlyPlans::plan)
                .list());
    }

    public Optional<MonthlyPlan> find(Sight sight, UUID id) {
        return withInstitutions(sight.bind(jdbc.sql(SELECT.formatted(sql(sight)) + " and p.id = :id"))
                        .param("id", Ids.bytes(id))
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .findFirst();
    }

    /** A plan is seen by those who may see all of its institutions. */
    private static String sql(Sight sight) {
        return "not exists (select 1 from roster_plan_institution hidden where hidden.plan_id = p.id and not ("
                + sight.sql("p.association_id", "null", "hidden.institution_id") + "))";
    }

    /** The published plans of a month, held until the transaction ends: publications of one month queue here. */
    List<MonthlyPlan> lockPublished(UUID association, YearMonth month) {
        return withInstitutions(jdbc.sql(SELECT.formatted(
                                        "p.association_id = ? and p.month = ? and p.status in ('draft', 'published')")
                                + " for update")
                        .params(Ids.bytes(association), month.toString())
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .filter(plan -> plan.status() == PlanStatus.PUBLISHED)
                .toList();
    }

    void insert(MonthlyPlan plan, String requestedBy) {
        batches.update(
                """
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at,
                    based_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(plan.id()),
                Ids.bytes(plan.association()),
                plan.version(),
                plan.month().toString(),
                plan.status().code(),
                plan.seconds(),
                plan.seed(),
                requestedBy,
                Timestamp.from(plan.requestedAt()),
                Ids.bytesOrNull(plan.basedOn()));
        batches.batchUpdate(
                "insert into roster_plan_institution (plan_id, institution_id) values (?, ?)",
                plan.institutionIds().stream()
                        .map(institution -> new Object[] {Ids.bytes(plan.id()), Ids.bytes(institution)})
                        .toList());
    }

    /** Keeps status and outcome. */
    void update(MonthlyPlan plan) {
        PlanOutcome outcome = plan.outcome();
        batches.update(
                """
                update roster_plan set version = ?, status = ?, cost = ?, bound = ?, assigned = ?, unmet = ?,
                    cost_by_rule = ?, failure = ? where id = ?
                """,
                plan.version(),
                plan.status().code(),
                outcome == null ? null : outcome.cost(),
                outcome == null ? null : outcome.bound(),
                outcome == null ? null : outcome.assigned(),
                outcome == null ? null : outcome.unmet(),
                outcome == null ? null : RuleCounts.text(outcome.costByRule()),
                plan.failure(),
                Ids.bytes(plan.id()));
    }

    /** The plan, whoever asks. */
    Optional<MonthlyPlan> ofId(UUID association, UUID id) {
        return withInstitutions(jdbc.sql(SELECT.formatted("p.association_id = ? and p.id = ?"))
                        .params(Ids.bytes(association), Ids.bytes(id))
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .findFirst();
    }

    /** The plan, held until the transaction ends. */
    Optional<MonthlyPlan> lock(UUID id) {
        return withInstitutions(jdbc.sql(SELECT.formatted("p.id = ?") + " for update")
                        .param(Ids.bytes(id))
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .findFirst();
    }

    /** Published plans of the month that share an institution with this one, whatever the caller may see. */
    List<MonthlyPlan> inForceBeside(MonthlyPlan plan) {
        return withInstitutions(jdbc.sql(
                                SELECT.formatted("p.association_id = ? and p.month = ? and p.status = 'published'")
                                        + " order by p.id")
                        .params(Ids.bytes(plan.association()), plan.month().toString())
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .filter(other -> other.institutionIds().stream().anyMatch(plan.institutionIds()::contains))
                .toList();
    }

    /** What was in force at the plan's institutions before it: for a published plan what it superseded, else what is in force now. */
    public List<MonthlyPlan> beforeIt(MonthlyPlan plan) {
        if (plan.status() != PlanStatus.PUBLISHED) {
            return inForceBeside(plan);
        }
        return withInstitutions(jdbc.sql(SELECT.formatted("p.association_id = :association and p.month = :month")
                                + " and p.status = 'superseded' and p.id <> :id order by p.published_at desc")
                        .param("association", Ids.bytes(plan.association()))
                        .param("month", plan.month().toString())
                        .param("id", Ids.bytes(plan.id()))
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .filter(other -> other.institutionIds().stream().anyMatch(plan.institutionIds()::contains))
                .limit(1)
                .toList();
    }

    /** When it was published; empty while it is not. */
    Optional<Instant> publishedAt(UUID id) {
        return jdbc.sql("select published_at from roster_plan where id = ? and published_at is not null")
                .param(Ids.bytes(id))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void signPublication(UUID id, String publishedBy, Instant now) {
        batches.update(
                "update roster_plan set published_by = ?, published_at = ? where id = ?",
                publishedBy,
                Timestamp.from(now),
                Ids.bytes(id));
    }

    static MonthlyPlan plan(ResultSet row, int number) throws SQLException {
        return new MonthlyPlan(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                YearMonth.parse(row.getString("month")),
                Set.of(),
                PlanStatus.ofCode(row.getString("status")),
                row.getInt("seconds"),
                row.getLong("seed"),
                row.getTimestamp("requested_at").toInstant(),
                Ids.uuidOrNull(row.getBytes("based_on")),
                outcome(row),
                row.getString("failure"));
    }

    List<MonthlyPlan> withInstitutions(List<MonthlyPlan> plans) {
        record Row(UUID plan, UUID institution) {}
        if (plans.isEmpty()) {
            return plans;
        }
        Map<UUID, Set<UUID>> institutions = jdbc
                .sql("select plan_id, institution_id from roster_plan_institution where plan_id in (:ids)")
                .param("ids", plans.stream().map(one -> Ids.bytes(one.id())).toList())
                .query((row, number) -> new Row(Ids.uuid(row.getBytes(1)), Ids.uuid(row.getBytes(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::plan, Collectors.mapping(Row::institution, Collectors.toSet())));
        return plans.stream()
                .map(one -> one.of(institutions.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    private static @Nullable PlanOutcome outcome(ResultSet row) throws SQLException {
        Long cost = row.getObject("cost", Long.class);
        return cost == null
                ? null
                : new PlanOutcome(
                        cost,
                        row.getObject("bound", Long.class),
                        row.getInt("assigned"),
                        row.getInt("unmet"),
                        RuleCounts.counts(row.getString("cost_by_rule")));
    }
}
