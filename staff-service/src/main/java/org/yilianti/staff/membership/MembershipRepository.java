package org.yilianti.staff.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    private final JdbcTemplate batches;

    MembershipRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    Optional<Membership> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(MembershipRepository::membership)
                .optional();
    }

    /** All periods of these institutions, the earliest first. */
    List<Membership> of(Collection<InstitutionId> places) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where p.institution_id in (:places) order by p.joined_on, p.id")
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
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

    void insert(List<Membership> begun) {
        batches.batchUpdate(
                """
                insert into institution_membership (version, left_on, ending, merged_into_id, reason, recorded_at, recorded_by,
                    association_id, id, institution_id, joined_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                begun.stream()
                        .map(period -> values(
                                period,
                                period.institution().id().bytes(),
                                period.period().from()))
                        .toList());
    }

    void update(List<Membership> ended) {
        batches.batchUpdate(
                """
                update institution_membership set version = ?, left_on = ?, ending = ?, merged_into_id = ?, reason = ?, recorded_at = ?,
                    recorded_by = ? where association_id = ? and id = ?
                """, ended.stream().map(MembershipRepository::values).toList());
    }

    /** @param more what never changes */
    private static @Nullable Object[] values(Membership period, Object... more) {
        Optional<Ending> ending = Optional.ofNullable(period.ending());
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                period.version(),
                period.period().to(),
                ending.map(how -> how.how().code()).orElse(null),
                ending.map(Ending::into).map(into -> into.id().bytes()).orElse(null),
                period.reason(),
                Timestamp.from(period.recordedAt()),
                period.recordedBy(),
                Ids.bytes(period.association()),
                Ids.bytes(period.id())));
        values.addAll(Arrays.asList(more));
        return values.toArray();
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
