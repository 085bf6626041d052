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

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Units of a level, or only that of one institution, which overlap a period. */
    List<Unit> overlapping(UUID association, Level level, @Nullable InstitutionId institution, DatePeriod valid) {
        return jdbc
                .sql(SELECT + """
                        where u.association_id = :association and u.level = :level
                            and (:institution is null or u.institution_id = :institution)
                        """)
                .param("association", Ids.bytes(association))
                .param("level", level.code())
                .param("institution", institution == null ? null : institution.bytes())
                .query(UnitRepository::unit)
                .list()
                .stream()
                .filter(unit -> unit.valid().overlaps(valid))
                .toList();
    }

    /** How many units stand under one on or after a day. */
    long under(UUID unit, LocalDate day) {
        return jdbc.sql(
                        "select count(*) from responsibility_unit where parent_id = ? and (valid_to is null or valid_to > ?)")
                .params(Ids.bytes(unit), day)
                .query(Long.class)
                .single();
    }

    void insert(Unit unit) {
        jdbc.sql("""
                        insert into responsibility_unit (id, association_id, version, level, parent_id, institution_id, name, valid_from,
                            valid_to, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(unit.id()))
                .param(Ids.bytes(unit.association()))
                .param(unit.version())
                .param(unit.level().code())
                .param(Ids.bytesOrNull(unit.parent()))
                .param(unit.institution().id().bytes())
                .param(unit.name())
                .param(unit.valid().from())
                .param(unit.valid().to())
                .param(Timestamp.from(unit.recordedAt()))
                .param(unit.recordedBy())
                .update();
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
