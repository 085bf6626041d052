package org.yilianti.incentive.appeal;

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
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The appeals of an association. */
@Component
public class Appeals {

    private final JdbcClient jdbc;

    Appeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The appeal, as far as the scope reaches. */
    public Optional<Appeal> find(UUID association, UUID id, InstitutionScope scope) {
        return jdbc.sql("select * from pay_appeal where association_id = :association and id = :id and "
                        + scope.sql("institution_code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(Appeals::appeal)
                .optional();
    }

    /**
     * A page of appeals in scope, oldest first.
     *
     * @param status only of this one; null for all
     * @param overdueOn only those that should have been decided before this day; null for all
     */
    public List<Appeal> list(
            UUID association,
            InstitutionScope scope,
            @Nullable AppealStatus status,
            @Nullable LocalDate overdueOn,
            PageRequest page) {
        return jdbc.sql("""
                        select * from pay_appeal where association_id = :association and id > :after
                            and (:status is null or status = :status)
                            and (:overdueOn is null or (status = 'lodged' and due_on < :overdueOn)) and %s
                        order by id limit :size
                        """.formatted(scope.sql("institution_code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("status", status == null ? null : status.code())
                .param("overdueOn", overdueOn)
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query(Appeals::appeal)
                .list();
    }

    /** A page of a person's own appeals, newest first. */
    public List<Appeal> own(UUID association, String staffNo, PageRequest page) {
        return jdbc.sql("""
                        select * from pay_appeal where association_id = :association and staff_no = :staffNo
                            and (:after is null or id < :after) order by id desc limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("staffNo", staffNo)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(Appeals::appeal)
                .list();
    }

    /** As {@link #find} everywhere, locked until the end of the transaction. */
    Optional<Appeal> lock(UUID association, UUID id) {
        return jdbc.sql("select * from pay_appeal where association_id = ? and id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(Appeals::appeal)
                .optional();
    }

    void insert(Appeal one) {
        jdbc.sql("""
                        insert into pay_appeal (id, association_id, version, run_id, statement_id, member_id, staff_no,
                            institution_id, institution_code, indicator, text, evidence, status, open_claim, lodged_by, lodged_at,
                            due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(one.run().bytes())
                .param(Ids.bytes(one.statement()))
                .param(Ids.bytes(one.member()))
                .param(one.staffNo())
                .param(Ids.bytes(one.institution()))
                .param(one.institutionCode())
                .param(one.indicator())
                .param(one.text())
                .param(one.evidence())
                .param(one.status().code())
                .param(one.lodgedBy())
                .param(Timestamp.from(one.lodgedAt()))
                .param(one.due())
                .update();
    }

    void close(Appeal one) {
        Instant decidedAt = one.decidedAt();
        jdbc.sql("""
                        update pay_appeal set version = ?, status = ?, open_claim = null, decided_by = ?, decided_at = ?, reason = ?
                        where id = ?
                        """)
                .param(one.version())
                .param(one.status().code())
                .param(one.decidedBy())
                .param(decidedAt == null ? null : Timestamp.from(decidedAt))
                .param(one.reason())
                .param(Ids.bytes(one.id()))
                .update();
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Appeal(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                Ids.uuid(row.getBytes("statement_id")),
                Ids.uuid(row.getBytes("member_id")),
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("institution_code"),
                row.getString("indicator"),
                row.getString("text"),
                row.getString("evidence"),
                AppealStatus.of(row.getString("status")),
                row.getString("lodged_by"),
                row.getTimestamp("lodged_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"));
    }
}
