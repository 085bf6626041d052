package org.yilianti.staff.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
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
import org.yilianti.staff.membership.Membership.Ending;
import org.yilianti.staff.membership.Membership.How;

/** The table of periods. */
@Repository
public class MembershipRepository {

    private static final String SELECT = """
            select p.*, i.code as institution_code, (select code from institution n where n.id = p.merged_into_id) as into_code
            from institution_membership p join institution i on i.id = p.institution_id
            """;

    private final JdbcClient jdbc;

    MembershipRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which periods a list shows; null does not filter; {@code asOf} keeps those that contain the day. */
    public record Filter(
            @Nullable String institution, @Nullable LocalDate asOf) {}

    /** Rows of one page, one more than it holds. */
    public List<Membership> list(
            UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + """
                        where p.association_id = :association and (:institution is null or i.code = :institution)
                            and (:asOf is null or p.joined_on <= :asOf and (p.left_on is null or p.left_on > :asOf))
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("institution", filter.institution())
                .param("asOf", filter.asOf())
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(MembershipRepository::membership)
                .list();
    }

    /** Locks the institution, so that its periods follow one another. */
    void hold(InstitutionId institution) {
        jdbc.sql("select id from institution where id = ? for update")
                .param(institution.bytes())
                .query((row, number) -> true)
                .list();
    }

    Optional<Membership> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(MembershipRepository::membership)
                .optional();
    }

    /** All periods of an institution, the earliest first. */
    List<Membership> of(InstitutionId institution) {
        return jdbc.sql(SELECT + "where p.institution_id = ? order by p.joined_on")
                .param(institution.bytes())
                .query(MembershipRepository::membership)
                .list();
    }

    /** All periods of those of these institutions that have left or are to. */
    List<Membership> ofThoseWhoLeft(Collection<InstitutionId> places) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                where p.institution_id in (:places) and exists (select 1 from institution_membership gone
                                    where gone.institution_id = p.institution_id and gone.left_on is not null)
                                """)
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query(MembershipRepository::membership)
                        .list();
    }

    void insert(Membership begun) {
        jdbc.sql("""
                        insert into institution_membership (id, association_id, version, institution_id, joined_on, reason, recorded_at,
                            recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(begun.id()))
                .param(Ids.bytes(begun.association()))
                .param(begun.version())
                .param(begun.institution().id().bytes())
                .param(begun.period().from())
                .param(begun.reason())
                .param(Timestamp.from(begun.recordedAt()))
                .param(begun.recordedBy())
                .update();
    }

    void update(Membership ended) {
        Optional<Ending> ending = Optional.ofNullable(ended.ending());
        jdbc.sql("""
                        update institution_membership set version = ?, left_on = ?, ending = ?, merged_into_id = ?, reason = ?, recorded_at = ?,
                            recorded_by = ? where association_id = ? and id = ?
                        """)
                .param(ended.version())
                .param(ended.period().to())
                .param(ending.map(how -> how.how().code()).orElse(null))
                .param(ending.map(Ending::into).map(into -> into.id().bytes()).orElse(null))
                .param(ended.reason())
                .param(Timestamp.from(ended.recordedAt()))
                .param(ended.recordedBy())
                .param(Ids.bytes(ended.association()))
                .param(Ids.bytes(ended.id()))
                .update();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        String ending = row.getString("ending");
        byte[] into = row.getBytes("merged_into_id");
        return new Membership(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new DatePeriod(row.getObject("joined_on", LocalDate.class), row.getObject("left_on", LocalDate.class)),
                ending == null
                        ? null
                        : new Ending(
                                Coded.of(How.class, ending),
                                into == null
                                        ? null
                                        : new InstitutionRef(InstitutionId.of(into), row.getString("into_code"))),
                row.getString("reason"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
