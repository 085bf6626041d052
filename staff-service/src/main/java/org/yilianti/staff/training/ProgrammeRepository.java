package org.yilianti.staff.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.training.Programme.Conversion;

/** The table of courses. */
@Repository
public class ProgrammeRepository {

    static final String SELECT = """
            select p.*, (select code from institution i where i.id = p.institution_id) as institution_code from training_programme p
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProgrammeRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Which courses a list shows; null does not filter. */
    public record Filter(
            @Nullable String kind,
            @Nullable String institution,
            @Nullable Boolean standing,
            @Nullable String q) {}

    /** The courses with these ids. */
    public List<Programme> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where p.id in (:ids)")
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(ProgrammeRepository::programme)
                        .list();
    }

    public Optional<Programme> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ProgrammeRepository::programme)
                .optional();
    }

    /** Locks the course until the transaction ends. */
    Optional<Programme> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ProgrammeRepository::programme)
                .optional();
    }

    /** As {@link #lock}, all of these: by one statement, which walks their key, so that all lock in the same order. */
    List<Programme> lockAll(UUID association, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "force index (primary) where p.association_id = :association and p.id in (:ids) order by p.id for update")
                        .param("association", Ids.bytes(association))
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(ProgrammeRepository::programme)
                        .list();
    }

    /** The courses with one of these titles, of any institution. */
    List<Programme> titled(UUID association, Collection<String> titles) {
        if (titles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "where p.association_id = :association and p.title in (:titles) order by p.id")
                .param("association", Ids.bytes(association))
                .param("titles", titles)
                .query(ProgrammeRepository::programme)
                .list();
    }

    /** Rows of one page, one more than it holds; courses are public in the association. */
    public List<Programme> list(UUID association, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + """
                        where p.association_id = :association and (:kind is null or p.kind = :kind)
                            and (:standing is null or p.standing = :standing) and (:q is null or p.title like concat('%', :q, '%'))
                            and (:institution is null or p.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("kind", filter.kind())
                .param("standing", filter.standing())
                .param("q", filter.q())
                .param("institution", filter.institution())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(ProgrammeRepository::programme)
                .list();
    }

    void insert(Collection<Programme> recorded) {
        batches.batchUpdate(
                """
                insert into training_programme (id, association_id, version, institution_id, kind, title, credit_class, credits,
                    valid_from, valid_to, standing, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, recorded.stream().map(ProgrammeRepository::values).toList());
    }

    private static @Nullable Object[] values(Programme programme) {
        Programme.Details details = programme.details();
        return new @Nullable Object[] {
            Ids.bytes(programme.id()),
            Ids.bytes(programme.association()),
            programme.version(),
            programme.institution().id().bytes(),
            details.kind().code(),
            details.title(),
            details.creditClass().code(),
            details.credits(),
            details.valid().from(),
            details.valid().to(),
            programme.standing(),
            Timestamp.from(programme.recordedAt()),
            programme.recordedBy()
        };
    }

    /** Writes the next version of each. */
    void update(Collection<Programme> changed) {
        batches.batchUpdate(
                """
                update training_programme set version = ?, kind = ?, title = ?, credit_class = ?, credits = ?, valid_from = ?,
                    valid_to = ?, standing = ?, converted_at = ?, converted_by = ?, conversion_reason = ?
                where association_id = ? and id = ?
                """, changed.stream().map(ProgrammeRepository::columns).toList());
    }

    private static @Nullable Object[] columns(Programme programme) {
        Programme.Details details = programme.details();
        Optional<Conversion> conversion = Optional.ofNullable(programme.conversion());
        return new @Nullable Object[] {
            programme.version(),
            details.kind().code(),
            details.title(),
            details.creditClass().code(),
            details.credits(),
            details.valid().from(),
            details.valid().to(),
            programme.standing(),
            conversion.map(by -> Timestamp.from(by.at())).orElse(null),
            conversion.map(Conversion::by).orElse(null),
            conversion.map(Conversion::reason).orElse(null),
            Ids.bytes(programme.association()),
            Ids.bytes(programme.id())
        };
    }

    /** How a course has gone so far. */
    StandingCourses.Trial trial(UUID association, UUID id) {
        return jdbc.sql("""
                        select count(distinct e.session_id) as sessions, count(*) as results, coalesce(sum(e.state = 'passed'), 0) as passed
                        from training_enrolment e join training_session s on s.id = e.session_id
                        where s.association_id = ? and s.programme_id = ? and e.state in ('passed', 'failed')
                        """)
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> new StandingCourses.Trial(
                        row.getLong("sessions"), row.getLong("results"), row.getLong("passed")))
                .single();
    }

    private static Programme programme(ResultSet row, int number) throws SQLException {
        Timestamp converted = row.getTimestamp("converted_at");
        return new Programme(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new Programme.Details(
                        Coded.of(ProgrammeKind.class, row.getString("kind")),
                        row.getString("title"),
                        Coded.of(CreditClass.class, row.getString("credit_class")),
                        row.getBigDecimal("credits"),
                        new DatePeriod(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                converted == null
                        ? null
                        : new Conversion(
                                converted.toInstant(),
                                row.getString("converted_by"),
                                row.getString("conversion_reason")));
    }
}
