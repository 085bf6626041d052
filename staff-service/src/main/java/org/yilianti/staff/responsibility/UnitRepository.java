package org.yilianti.staff.responsibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;

/** The table of units. */
@Repository
public class UnitRepository {

    private static final String SELECT =
            "select u.*, i.code as institution_code from responsibility_unit u join institution i on i.id = u.institution_id ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UnitRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Which units a list shows, those that stand on a day; null does not filter. */
    public record Filter(
            LocalDate asOf,
            @Nullable String level,
            @Nullable String institution) {}

    /** Lets changes of an association's tree follow one another until the transaction ends. */
    void holdTree(UUID association, Instant at) {
        jdbc.sql("""
                        insert into responsibility_tree (association_id, changed_at) values (:association, :at)
                        on duplicate key update changed_at = :at
                        """)
                .param("association", Ids.bytes(association))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The unit, if its institution is within scope. */
    public Optional<Unit> find(UUID association, InstitutionScope scope, UUID id) {
        return jdbc.sql(SELECT + "where u.association_id = :association and u.id = :id and " + scope.sql("i.code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(UnitRepository::unit)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Unit> list(UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + """
                        where u.association_id = :association and (:level is null or u.level = :level)
                            and (:institution is null or i.code = :institution)
                            and u.valid_from <= :asOf and (u.valid_to is null or u.valid_to > :asOf)
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("level", filter.level())
                .param("institution", filter.institution())
                .param("asOf", filter.asOf())
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(UnitRepository::unit)
                .list();
    }

    /** All units of an association, past ones included: the upper levels first, then by institution and first day. */
    public List<Unit> all(UUID association) {
        return jdbc.sql(SELECT + """
                        where u.association_id = ? order by field(u.level, 'leading-group', 'management-office', 'institution'), i.code,
                            u.valid_from, u.id
                        """)
                .param(Ids.bytes(association))
                .query(UnitRepository::unit)
                .list();
    }

    /** How many units stand under one on or after a day. */
    long under(UUID unit, LocalDate day) {
        return jdbc.sql(
                        "select count(*) from responsibility_unit where parent_id = ? and (valid_to is null or valid_to > ?)")
                .params(Ids.bytes(unit), day)
                .query(Long.class)
                .single();
    }

    void insert(List<Unit> established) {
        batches.batchUpdate(
                """
                insert into responsibility_unit (id, association_id, version, level, parent_id, institution_id, name, valid_from,
                    valid_to, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, established.stream().map(UnitRepository::values).toList());
    }

    private static @Nullable Object[] values(Unit unit) {
        return new @Nullable Object[] {
            Ids.bytes(unit.id()),
            Ids.bytes(unit.association()),
            unit.version(),
            unit.level().code(),
            Ids.bytesOrNull(unit.parent()),
            unit.institution().id().bytes(),
            unit.name(),
            unit.valid().from(),
            unit.valid().to(),
            Timestamp.from(unit.recordedAt()),
            unit.recordedBy()
        };
    }

    void update(Unit unit) {
        jdbc.sql(
                        "update responsibility_unit set version = ?, name = ?, valid_to = ? where association_id = ? and id = ?")
                .param(unit.version())
                .param(unit.name())
                .param(unit.valid().to())
                .param(Ids.bytes(unit.association()))
                .param(Ids.bytes(unit.id()))
                .update();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        byte[] parent = row.getBytes("parent_id");
        return new Unit(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Coded.of(Level.class, row.getString("level")),
                parent == null ? null : Ids.uuid(parent),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getString("name"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
