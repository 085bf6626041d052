package org.yilianti.staff.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.training.Budget.Permit;

/** The tables of budgets and of what was permitted beyond. */
@Repository
public class BudgetRepository {

    private static final String SELECT = """
            select b.*, i.code as institution_code, (select coalesce(sum(e.cost_fen), 0) from training_enrolment e
                where e.institution_id = b.institution_id and e.cost_year = b.budget_year
                    and e.state in ('enrolled', 'passed', 'failed')) as committed_fen
            from training_budget b join institution i on i.id = b.institution_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BudgetRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The budget, if within scope. */
    public Optional<Budget> find(UUID association, InstitutionScope scope, UUID id) {
        return jdbc.sql(SELECT + "where b.association_id = :association and b.id = :id and " + scope.sql("i.code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(BudgetRepository::bare)
                .optional()
                .map(this::withPermits);
    }

    /** Rows of one page, one more than it holds. */
    public List<Budget> list(
            UUID association,
            InstitutionScope scope,
            @Nullable Integer year,
            @Nullable String institution,
            SortOrder sort,
            PageRequest page) {
        List<Budget> budgets = jdbc.sql(SELECT + """
                        where b.association_id = :association and (:year is null or b.budget_year = :year)
                            and (:institution is null or i.code = :institution) and\s""" + scope.sql("i.code")
                        + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("year", year)
                .param("institution", institution)
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(BudgetRepository::bare)
                .list();
        return withPermits(budgets);
    }

    /** Locks the budget of an institution and year until the transaction ends, then reads what is committed; empty if there is none. */
    Optional<Budget> lock(InstitutionId institution, int year) {
        return lockAll(List.of(institution), List.of(year)).stream().findFirst();
    }

    /**
     * As {@link #lock}, all budgets of these institutions in these years: by one statement, which walks their key, so that all lock in the
     * same order.
     */
    List<Budget> lockAll(Collection<InstitutionId> places, Collection<Integer> years) {
        if (places.isEmpty() || years.isEmpty()) {
            return List.of();
        }
        List<byte[]> locked = jdbc.sql("""
                        select id from training_budget force index (training_budget_year)
                        where institution_id in (:places) and budget_year in (:years) order by institution_id, budget_year for update
                        """)
                .param(
                        "places",
                        places.stream().distinct().map(InstitutionId::bytes).toList())
                .param("years", years.stream().distinct().toList())
                .query((row, number) -> row.getBytes("id"))
                .list();
        return locked.isEmpty()
                ? List.of()
                : withPermits(jdbc.sql(SELECT + "where b.id in (:ids)")
                        .param("ids", locked)
                        .query(BudgetRepository::bare)
                        .list());
    }

    void insert(List<Budget> recorded) {
        batches.batchUpdate("""
                insert into training_budget (id, association_id, version, institution_id, budget_year, amount_fen, recorded_at,
                    recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                """, recorded.stream().map(BudgetRepository::values).toList());
    }

    private static Object[] values(Budget budget) {
        return new Object[] {
            Ids.bytes(budget.id()),
            Ids.bytes(budget.association()),
            budget.version(),
            budget.institution().id().bytes(),
            budget.year(),
            budget.amount().fen(),
            Timestamp.from(budget.recordedAt()),
            budget.recordedBy()
        };
    }

    void update(List<Budget> revised) {
        batches.batchUpdate(
                """
                update training_budget set version = ?, amount_fen = ?, recorded_at = ?, recorded_by = ?
                where association_id = ? and id = ?
                """,
                revised.stream()
                        .map(budget -> new Object[] {
                            budget.version(),
                            budget.amount().fen(),
                            Timestamp.from(budget.recordedAt()),
                            budget.recordedBy(),
                            Ids.bytes(budget.association()),
                            Ids.bytes(budget.id())
                        })
                        .toList());
    }

    /** Keeps a permit; the budget gets a new version, since it says more now. */
    void insert(Budget budget, Permit permit) {
        jdbc.sql("""
                        insert into training_budget_permit (id, association_id, budget_id, extra_fen, reason, granted_at, granted_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(permit.id()))
                .param(Ids.bytes(budget.association()))
                .param(Ids.bytes(budget.id()))
                .param(permit.extra().fen())
                .param(permit.reason())
                .param(Timestamp.from(permit.grantedAt()))
                .param(permit.grantedBy())
                .update();
        jdbc.sql("update training_budget set version = version + 1 where id = ?")
                .param(Ids.bytes(budget.id()))
                .update();
    }

    private Budget withPermits(Budget bare) {
        return withPermits(List.of(bare)).getFirst();
    }

    /** Reads the permits of all of them at once, after they were read: a row waits for no second connection. */
    private List<Budget> withPermits(List<Budget> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Permit>> permits = new HashMap<>();
        jdbc.sql("select * from training_budget_permit where budget_id in (:ids) order by budget_id, id")
                .param("ids", bare.stream().map(one -> Ids.bytes(one.id())).toList())
                .query(row -> {
                    permits.computeIfAbsent(Ids.uuid(row.getBytes("budget_id")), id -> new ArrayList<>())
                            .add(permit(row));
                });
        return bare.stream()
                .map(one -> one.with(permits.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Permit permit(ResultSet row) throws SQLException {
        return new Permit(
                Ids.uuid(row.getBytes("id")),
                Money.ofFen(row.getLong("extra_fen")),
                row.getString("reason"),
                row.getTimestamp("granted_at").toInstant(),
                row.getString("granted_by"));
    }

    private static Budget bare(ResultSet row, int number) throws SQLException {
        return new Budget(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getInt("budget_year"),
                Money.ofFen(row.getLong("amount_fen")),
                List.of(),
                Money.ofFen(row.getLong("committed_fen")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
