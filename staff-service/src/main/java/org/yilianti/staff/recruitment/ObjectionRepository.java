package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.recruitment.Objection.State;
import org.yilianti.staff.recruitment.Progress.Step;

/** The table of objections; the lock of their campaign keeps decisions in order. */
@Repository
public class ObjectionRepository {

    private final JdbcClient jdbc;

    ObjectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Objection> find(UUID association, UUID id) {
        return jdbc.sql("select o.* from recruitment_objection o where o.association_id = ? and o.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ObjectionRepository::objection)
                .optional();
    }

    /** Rows of one page, one more than it holds, to campaigns whose holder is within scope. */
    public List<Objection> list(
            UUID association,
            InstitutionScope scope,
            @Nullable UUID campaign,
            @Nullable String state,
            SortOrder sort,
            PageRequest page) {
        return jdbc.sql("""
                        select o.* from recruitment_objection o join recruitment_campaign c on c.id = o.campaign_id
                            join institution i on i.id = c.institution_id
                        where o.association_id = :association and (:campaign is null or o.campaign_id = :campaign)
                            and (:state is null or o.state = :state)
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("campaign", Ids.bytesOrNull(campaign))
                .param("state", state)
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(ObjectionRepository::objection)
                .list();
    }

    long open(UUID campaign) {
        return jdbc.sql("select count(*) from recruitment_objection where campaign_id = ? and state = 'open'")
                .param(Ids.bytes(campaign))
                .query(Long.class)
                .single();
    }

    void insert(Objection objection) {
        jdbc.sql("""
                        insert into recruitment_objection (id, association_id, version, campaign_id, ranking_round, application_id, statement,
                            recorded_at, recorded_by, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(objection.id()))
                .param(Ids.bytes(objection.association()))
                .param(objection.version())
                .param(Ids.bytes(objection.campaign()))
                .param(objection.round())
                .param(Ids.bytesOrNull(objection.application()))
                .param(objection.statement())
                .param(Timestamp.from(objection.recorded().at()))
                .param(objection.recorded().by())
                .param(objection.state().code())
                .update();
    }

    void decide(Objection objection, Step by) {
        jdbc.sql("""
                        update recruitment_objection set version = ?, state = ?, decided_at = ?, decided_by = ?, decision_reason = ?
                        where id = ?
                        """)
                .param(objection.version())
                .param(objection.state().code())
                .param(Timestamp.from(by.at()))
                .param(by.by())
                .param(objection.reason())
                .param(Ids.bytes(objection.id()))
                .update();
    }

    /** What was said may name people: it goes with them. */
    void forget(UUID campaign) {
        jdbc.sql("update recruitment_objection set statement = '已删除' where campaign_id = ?")
                .param(Ids.bytes(campaign))
                .update();
    }

    private static Objection objection(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Objection(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("campaign_id")),
                row.getInt("ranking_round"),
                Ids.uuidOrNull(row.getBytes("application_id")),
                row.getString("statement"),
                new Step(row.getTimestamp("recorded_at").toInstant(), row.getString("recorded_by")),
                Coded.of(State.class, row.getString("state")),
                decided == null ? null : new Step(decided.toInstant(), row.getString("decided_by")),
                row.getString("decision_reason"));
    }
}
