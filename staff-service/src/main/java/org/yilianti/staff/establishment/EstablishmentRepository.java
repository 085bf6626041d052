package org.yilianti.staff.establishment;

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
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/** The tables of authorised posts and permits, and who holds them. */
@Repository
class EstablishmentRepository {

    static final String SELECT = """
            select p.*, (select code from institution i where i.id = p.institution_id) as institution_code from authorised_post p
            """;

    private final JdbcClient jdbc;
    private final InstitutionLocks locks;
    private final JdbcTemplate batches;
    private final RowInsertion posts;
    private final RowInsertion permits;

    EstablishmentRepository(JdbcClient jdbc, JdbcTemplate batches, InstitutionLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.batches = batches;
        this.posts = new RowInsertion(
                batches,
                "authorised_post",
                "version, external_id, department, category, title, headcount, valid_from, valid_to, recorded_at, recorded_by, reason,"
                        + " institution_id, association_id, id");
        this.permits = new RowInsertion(
                batches,
                "establishment_permit",
                "id, association_id, post_id, extra, valid_from, valid_to, reason, granted_at, granted_by");
    }

    Optional<AuthorisedPost> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(EstablishmentRepository::post)
                .optional();
    }

    /** The lines with these external ids. */
    List<AuthorisedPost> byExternalId(UUID association, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where p.association_id = :association and p.external_id in (:externalIds)")
                        .param("association", Ids.bytes(association))
                        .param("externalIds", externalIds)
                        .query(EstablishmentRepository::post)
                        .list();
    }

    /** Locks the institutions, then reads their lines: whoever changes or fills an establishment stands in line here. */
    List<AuthorisedPost> lockAt(UUID association, Collection<InstitutionId> places) {
        locks.hold(places);
        return places.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "where p.association_id = :association and p.institution_id in (:places) order by p.id")
                        .param("association", Ids.bytes(association))
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query(EstablishmentRepository::post)
                        .list();
    }

    /** Whether any of these institutions has an establishment at all. */
    boolean controlled(UUID association, Collection<InstitutionId> places) {
        return !places.isEmpty()
                && jdbc.sql(
                                        "select count(*) from authorised_post where association_id = :association and institution_id in (:places)")
                                .param("association", Ids.bytes(association))
                                .param(
                                        "places",
                                        places.stream()
                                                .map(InstitutionId::bytes)
                                                .toList())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    void insert(List<AuthorisedPost> authorised) {
        posts.insert(authorised.stream().map(EstablishmentRepository::values).toList());
    }

    /** Writes the present version of each. */
    void update(List<AuthorisedPost> revised) {
        batches.batchUpdate(
                """
                update authorised_post set version = ?, external_id = ?, department = ?, category = ?, title = ?, headcount = ?, valid_from = ?,
                    valid_to = ?, recorded_at = ?, recorded_by = ?, reason = ?
                where institution_id = ? and association_id = ? and id = ?
                """, revised.stream().map(EstablishmentRepository::values).toList());
    }

    private static @Nullable Object[] values(AuthorisedPost post) {
        PostDetails details = post.details();
        Title title = details.title();
        return new @Nullable Object[] {
            post.version(),
            post.externalId(),
            details.department(),
            details.category().code(),
            title == null ? null : title.code(),
            details.headcount(),
            details.valid().from(),
            details.valid().to(),
            Timestamp.from(post.recordedAt()),
            post.recordedBy(),
            post.reason(),
            post.institution().id().bytes(),
            Ids.bytes(post.association()),
            Ids.bytes(post.id())
        };
    }

    void insert(UUID association, List<Permit> granted) {
        permits.insert(granted.stream()
                .map(permit -> new @Nullable Object[] {
                    Ids.bytes(permit.id()),
                    Ids.bytes(association),
                    Ids.bytes(permit.post()),
                    permit.extra(),
                    permit.valid().from(),
                    permit.valid().to(),
                    permit.reason(),
                    Timestamp.from(permit.grantedAt()),
                    permit.grantedBy()
                })
                .toList());
    }

    /** All permits for these lines. */
    List<Permit> permits(Collection<AuthorisedPost> posts) {
        return posts.isEmpty()
                ? List.of()
                : jdbc.sql("select * from establishment_permit where post_id in (:posts) order by valid_from, id")
                        .param(
                                "posts",
                                posts.stream().map(post -> Ids.bytes(post.id())).toList())
                        .query(EstablishmentRepository::permit)
                        .list();
    }

    /** The main appointments believed at these institutions, whose departments are known. */
    List<Incumbent> incumbents(Collection<InstitutionId> places, DepartmentNames.Known departments) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select a.id, a.institution_id, i.code, a.department, m.category, m.title, a.valid_from, a.valid_to
                                from appointment a join member m on m.id = a.member_id join institution i on i.id = a.institution_id
                                where a.institution_id in (:places) and a.believed = 1 and a.main_post
                                """)
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query((row, number) -> incumbent(row, departments))
                        .list();
    }

    static AuthorisedPost post(ResultSet row, int number) throws SQLException {
        String title = row.getString("title");
        return new AuthorisedPost(
                Ids.uuid(row.getBytes("id")),
                row.getString("external_id"),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new PostDetails(
                        row.getString("department"),
                        Coded.of(StaffCategory.class, row.getString("category")),
                        title == null ? null : Coded.of(Title.class, title),
                        row.getInt("headcount"),
                        period(row)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"));
    }

    private static Permit permit(ResultSet row, int number) throws SQLException {
        return new Permit(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("post_id")),
                row.getInt("extra"),
                period(row),
                row.getString("reason"),
                row.getTimestamp("granted_at").toInstant(),
                row.getString("granted_by"));
    }

    private static Incumbent incumbent(ResultSet row, DepartmentNames.Known departments) throws SQLException {
        String department = row.getString("department");
        DatePeriod valid = period(row);
        return new Incumbent(
                AppointmentId.of(row.getBytes("id")),
                InstitutionId.of(row.getBytes("institution_id")),
                department == null ? null : departments.named(row.getString("code"), department, valid.from()),
                Coded.of(StaffCategory.class, row.getString("category")),
                Coded.of(Title.class, row.getString("title")),
                valid);
    }

    private static DatePeriod period(ResultSet row) throws SQLException {
        @Nullable LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new DatePeriod(row.getObject("valid_from", LocalDate.class), to);
    }
}
