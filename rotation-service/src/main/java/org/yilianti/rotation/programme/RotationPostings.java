package org.yilianti.rotation.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** All postings; one is seen by home, host and the person. */
@Repository
public class RotationPostings {

    private final JdbcClient jdbc;

    RotationPostings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RotationPosting> list(Sight sight, PostingFilter filter, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select p.* from rotation_posting p where %s and (:programme is null or p.programme_id = :programme)
                            and (:member is null or p.member_id = :member)
                            and (:institution is null or p.home_institution_id = :institution
                                or p.host_institution_id = :institution)
                            and (:state is null or p.state = :state)
                            and (:on is null or (p.valid_from <= :on and p.valid_to > :on))
                            and (:after is null or p.id > :after)
                        order by p.id limit :limit
                        """.formatted(seen(sight))))
                .param("programme", Ids.bytesOrNull(filter.programmeId()))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("state", filter.state() == null ? null : filter.state().code())
                .param("on", filter.on())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(RotationPostings::posting)
                .list();
    }

    public Optional<RotationPosting> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select p.* from rotation_posting p where p.id = :id and " + seen(sight)))
                .param("id", Ids.bytes(id))
                .query(RotationPostings::posting)
                .optional();
    }

    /** What happened to it, in order; who may see the posting may see this. */
    public List<PostingStep> timeline(UUID id) {
        return jdbc.sql("select * from rotation_posting_step where posting_id = ? order by version")
                .param(Ids.bytes(id))
                .query((row, number) -> new PostingStep(
                        row.getLong("version"),
                        row.getString("step"),
                        row.getString("actor"),
                        row.getTimestamp("taken_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Those of these people that stand: proposed or effective, of all times. */
    List<RotationPosting> ofMembers(UUID association, Collection<UUID> memberIds) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select * from rotation_posting where association_id = :association and member_id in (:members)
                                    and state not in ('refused', 'withdrawn') order by valid_from, id
                                """)
                        .param("association", Ids.bytes(association))
                        .param("members", memberIds.stream().map(Ids::bytes).toList())
                        .query(RotationPostings::posting)
                        .list();
    }

    /** Those from these homes that stand on some of these days (which must end). */
    List<RotationPosting> fromHomes(UUID association, Collection<UUID> homes, DatePeriod days) {
        return jdbc.sql("""
                        select * from rotation_posting where association_id = :association and home_institution_id in (:homes)
                            and state not in ('refused', 'withdrawn') and valid_from < :to and valid_to > :from
                        """)
                .param("association", Ids.bytes(association))
                .param("homes", homes.stream().map(Ids::bytes).toList())
                .param("from", days.from())
                .param("to", Objects.requireNonNull(days.to()))
                .query(RotationPostings::posting)
                .list();
    }

    /** Holds a home institution until the transaction ends: its releases queue here. */
    void lockHome(UUID home) {
        jdbc.sql("select id from directory_institution where id = ? for update")
                .param(Ids.bytes(home))
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    void insert(RotationPosting made, PostingStep step) {
        jdbc.sql("""
                        insert into rotation_posting (id, association_id, version, programme_id, member_id, home_institution_id,
                            host_institution_id, valid_from, valid_to, agreed_to, state, proposed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(made.id()),
                        Ids.bytes(made.association()),
                        made.version(),
                        Ids.bytes(made.programmeId()),
                        Ids.bytes(made.memberId()),
                        Ids.bytes(made.homeInstitutionId()),
                        Ids.bytes(made.hostInstitutionId()),
                        made.days().from(),
                        Objects.requireNonNull(made.days().to()),
                        made.agreedTo(),
                        made.state().code(),
                        made.proposedBy())
                .update();
        insert(made.id(), step);
    }

    /** Keeps a step; false when somebody else took one meanwhile. */
    boolean update(RotationPosting changed, PostingStep step) {
        boolean won = jdbc.sql("""
                        update rotation_posting set version = :version, state = :state, valid_to = :to, consented_by = :consented,
                            accepted_by = :accepted,
                            effective_at = case when :state = 'approved' then :at else effective_at end,
                            returned_at = case when :state = 'returned' then :at else returned_at end
                        where id = :id and version = :version - 1
                        """)
                        .param("version", changed.version())
                        .param("state", changed.state().code())
                        .param("to", Objects.requireNonNull(changed.days().to()))
                        .param("consented", changed.consentedBy())
                        .param("accepted", changed.acceptedBy())
                        .param("at", Timestamp.from(step.takenAt()))
                        .param("id", Ids.bytes(changed.id()))
                        .update()
                == 1;
        if (won) {
            insert(changed.id(), step);
        }
        return won;
    }

    private void insert(UUID posting, PostingStep step) {
        jdbc.sql(
                        "insert into rotation_posting_step (posting_id, version, step, actor, taken_at, reason) values (?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(posting))
                .param(step.version())
                .param(step.step())
                .param(step.actor())
                .param(Timestamp.from(step.takenAt()))
                .param(step.reason())
                .update();
    }

    private static String seen(Sight sight) {
        return sight.sql("p.association_id", "p.member_id", "p.home_institution_id", "p.host_institution_id");
    }

    private static RotationPosting posting(ResultSet row, int number) throws SQLException {
        return new RotationPosting(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("programme_id")),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("home_institution_id")),
                Ids.uuid(row.getBytes("host_institution_id")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getObject("agreed_to", LocalDate.class),
                PostingState.ofCode(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("consented_by"),
                row.getString("accepted_by"));
    }
}
