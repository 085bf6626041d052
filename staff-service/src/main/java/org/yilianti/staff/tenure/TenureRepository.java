package org.yilianti.staff.tenure;

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
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.tenure.Targets.Target;
import org.yilianti.staff.tenure.Tenure.Agreement;
import org.yilianti.staff.tenure.Tenure.Ending;
import org.yilianti.staff.tenure.Tenure.Method;
import org.yilianti.staff.tenure.Tenure.Selection;
import tools.jackson.databind.ObjectMapper;

/** The table of tenures. */
@Repository
class TenureRepository {

    static final String SELECT = """
            select t.*, (select code from institution i where i.id = t.institution_id) as institution_code from director_tenure t
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    TenureRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Locks the tenure until the transaction ends. */
    Optional<Tenure> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where t.association_id = ? and t.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::tenure)
                .optional();
    }

    /** Whose tenure it is: to lock the member before the tenure, as everybody does. */
    Optional<MemberId> memberOf(UUID association, UUID id) {
        return jdbc.sql("select member_id from director_tenure where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> MemberId.of(row.getBytes("member_id")))
                .optional();
    }

    /** Locks tenures by one statement, which walks their key, so that all lock in the same order. */
    List<Tenure> lockAll(UUID association, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "force index (primary) where t.association_id = :association and t.id in (:ids) order by t.id for update")
                        .param("association", Ids.bytes(association))
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(this::tenure)
                        .list();
    }

    /** The tenures at these institutions, also those that were ended before their term. */
    List<Tenure> at(Collection<InstitutionId> places) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where t.institution_id in (:places) order by t.id")
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query(this::tenure)
                        .list();
    }

    /** The tenures of a post, or of a person, that overlap a term. */
    List<Tenure> overlapping(
            @Nullable InstitutionId institution, String post, @Nullable MemberId member, DatePeriod term) {
        return jdbc.sql(SELECT + """
                        where (:institution is null or t.institution_id = :institution and t.post = :post)
                            and (:member is null or t.member_id = :member)
                            and t.term_from < :to and coalesce(t.ended_on, t.term_to) > :from order by t.term_from
                        """)
                .param("institution", institution == null ? null : institution.bytes())
                .param("post", post)
                .param("member", member == null ? null : member.bytes())
                .param("from", term.from())
                .param("to", term.to())
                .query(this::tenure)
                .list();
    }

    /** All of a person. */
    List<Tenure> ofMember(UUID association, MemberId member) {
        return ofMembers(association, List.of(member));
    }

    /** All of these people. */
    List<Tenure> ofMembers(UUID association, Collection<MemberId> members) {
        return members.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where t.association_id = :association and t.member_id in (:members) order by t.id")
                        .param("association", Ids.bytes(association))
                        .param("members", members.stream().map(MemberId::bytes).toList())
                        .query(this::tenure)
                        .list();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update director_tenure set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    void insert(Collection<Tenure> recorded) {
        batches.batchUpdate("""
                insert into director_tenure (id, association_id, version, institution_id, member_id, post, term_from, term_to,
                    selection_method, announced_on, candidates, notice_from, notice_to, targets, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, recorded.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(Tenure tenure) {
        Selection selection = tenure.selection();
        return new @Nullable Object[] {
            Ids.bytes(tenure.id()),
            Ids.bytes(tenure.association()),
            tenure.version(),
            tenure.institution().id().bytes(),
            tenure.member().bytes(),
            tenure.post(),
            tenure.term().from(),
            tenure.term().to(),
            selection.method().code(),
            selection.announcedOn(),
            selection.candidates(),
            selection.notice().from(),
            selection.notice().to(),
            json.writeValueAsString(tenure.targets().items()),
            Timestamp.from(tenure.recordedAt()),
            tenure.recordedBy()
        };
    }

    void update(Tenure tenure) {
        update(List.of(tenure));
    }

    /** Writes the present version of each. */
    void update(Collection<Tenure> changed) {
        batches.batchUpdate("""
                update director_tenure set version = ?, targets = ?, recorded_at = ?, recorded_by = ?, agreed_at = ?, agreed_by = ?,
                    ended_on = ?, ending_reason = ?
                where association_id = ? and id = ?
                """, changed.stream().map(this::values).toList());
    }

    private @Nullable Object[] values(Tenure tenure) {
        Optional<Agreement> agreement = Optional.ofNullable(tenure.agreement());
        Optional<Ending> ending = Optional.ofNullable(tenure.ending());
        return new @Nullable Object[] {
            tenure.version(),
            json.writeValueAsString(tenure.targets().items()),
            Timestamp.from(tenure.recordedAt()),
            tenure.recordedBy(),
            agreement.map(by -> Timestamp.from(by.at())).orElse(null),
            agreement.map(Agreement::by).orElse(null),
            ending.map(Ending::on).orElse(null),
            ending.map(Ending::reason).orElse(null),
            Ids.bytes(tenure.association()),
            Ids.bytes(tenure.id())
        };
    }

    Tenure tenure(ResultSet row, int number) throws SQLException {
        Timestamp agreed = row.getTimestamp("agreed_at");
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        return new Tenure(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                MemberId.of(row.getBytes("member_id")),
                row.getString("post"),
                new DatePeriod(row.getObject("term_from", LocalDate.class), row.getObject("term_to", LocalDate.class)),
                new Selection(
                        Coded.of(Method.class, row.getString("selection_method")),
                        row.getObject("announced_on", LocalDate.class),
                        row.getInt("candidates"),
                        new DatePeriod(
                                row.getObject("notice_from", LocalDate.class),
                                row.getObject("notice_to", LocalDate.class))),
                new Targets(List.of(json.readValue(row.getString("targets"), Target[].class))),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                agreed == null ? null : new Agreement(agreed.toInstant(), row.getString("agreed_by")),
                ended == null ? null : new Ending(ended, row.getString("ending_reason")));
    }
}
