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

/** The plans and the leases of the workers that solve them. */
@Repository
public class MonthlyPlans {

    private static final String SELECT = "select p.* from roster_plan p where %s";

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
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(plan.id()),
                Ids.bytes(plan.association()),
                plan.version(),
                plan.month().toString(),
                plan.status().code(),
                plan.seconds(),
                plan.seed(),
                requestedBy,
                Timestamp.from(plan.requestedAt()));
        batches.batchUpdate(
                "insert into roster_plan_institution (plan_id, institution_id) values (?, ?)",
                plan.institutionIds().stream()
                        .map(institution -> new Object[] {Ids.bytes(plan.id()), Ids.bytes(institution)})
                        .toList());
    }

    /** The oldest plan that waits, or whose worker gave no sign of life; held until the transaction ends. */
    Optional<MonthlyPlan> lockNext(Instant now) {
        return withInstitutions(
                        jdbc.sql(SELECT.formatted("p.status = 'queued' or (p.status = 'solving' and p.lease_until < ?)")
                                        + " order by p.requested_at limit 1 for update skip locked")
                                .param(Timestamp.from(now))
                                .query(MonthlyPlans::plan)
                                .list())
                .stream()
                .findFirst();
    }

    void lease(MonthlyPlan claimed, UUID owner, Instant until) {
        update(claimed);
        batches.update(
                "update roster_plan set lease_owner = ?, lease_until = ? where id = ?",
                Ids.bytes(owner),
                Timestamp.from(until),
                Ids.bytes(claimed.id()));
    }

    /** Prolongs the lease; false when another worker has taken the plan over. */
    boolean renew(UUID id, UUID owner, Instant until) {
        return batches.update(
                        "update roster_plan set lease_until = ? where id = ? and lease_owner = ? and status = 'solving'",
                        Timestamp.from(until),
                        Ids.bytes(id),
                        Ids.bytes(owner))
                == 1;
    }

    /** Gives the plan back at once, so that nobody waits for the lease to run out. */
    void release(UUID id, UUID owner) {
        batches.update(
                "update roster_plan set status = 'queued', lease_owner = null, lease_until = null where id = ? and lease_owner = ? and status = 'solving'",
                Ids.bytes(id),
                Ids.bytes(owner));
    }

    /** Keeps status and outcome. */
    void update(MonthlyPlan plan) {
        PlanOutcome outcome = plan.outcome();
        batches.update(
                """
                update roster_plan set version = ?, status = ?, cost = ?, bound = ?, assigned = ?, unmet = ?, failure = ?
                where id = ?
                """,
                plan.version(),
                plan.status().code(),
                outcome == null ? null : outcome.cost(),
                outcome == null ? null : outcome.bound(),
                outcome == null ? null : outcome.assigned(),
                outcome == null ? null : outcome.unmet(),
                plan.failure(),
                Ids.bytes(plan.id()));
    }

    void signPublication(UUID id, String publishedBy, Instant now) {
        batches.update(
                "update roster_plan set published_by = ?, published_at = ? where id = ?",
                publishedBy,
                Timestamp.from(now),
                Ids.bytes(id));
    }

    private static MonthlyPlan plan(ResultSet row, int number) throws SQLException {
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
                outcome(row),
                row.getString("failure"));
    }

    private List<MonthlyPlan> withInstitutions(List<MonthlyPlan> plans) {
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
                        cost, row.getObject("bound", Long.class), row.getInt("assigned"), row.getInt("unmet"));
    }
}
