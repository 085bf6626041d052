package org.yilianti.incentive.reward;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The rewards and punishments of an association. */
@Component
public class RewardCases {

    private static final String SHOWN_TO_STAFF =
            "staff_no = :staffNo and status not in ('proposed', 'withdrawn', 'rejected')";

    private final JdbcClient jdbc;

    RewardCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is limited to; null for all. */
    public record Filter(
            @Nullable RewardStatus status,
            @Nullable RewardKind kind,
            @Nullable String institutionCode,
            @Nullable String staffNo) {}

    /**
     * The case, as far as the scope reaches, or announced to its own person.
     *
     * @param staffNo the caller's own; null for nobody's
     */
    public Optional<RewardCase> find(UUID association, UUID id, InstitutionScope scope, @Nullable String staffNo) {
        return jdbc.sql("select * from reward where association_id = :association and id = :id and ("
                        + scope.sql("institution_code") + " or " + SHOWN_TO_STAFF + ")")
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .param("staffNo", staffNo)
                .query(RewardRow::read)
                .optional();
    }

    /** A page of cases in scope, oldest first. */
    public List<RewardCase> list(UUID association, InstitutionScope scope, Filter only, PageRequest page) {
        RewardStatus status = only.status();
        RewardKind kind = only.kind();
        return jdbc.sql("""
                        select * from reward where association_id = :association and id > :after
                            and (:status is null or status = :status) and (:kind is null or kind = :kind)
                            and (:institution is null or institution_code = :institution)
                            and (:staffNo is null or staff_no = :staffNo) and %s
                        order by id limit :size
                        """.formatted(scope.sql("institution_code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("status", status == null ? null : status.code())
                .param("kind", kind == null ? null : kind.code())
                .param("institution", only.institutionCode())
                .param("staffNo", only.staffNo())
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query(RewardRow::read)
                .list();
    }

    /** A page of what was announced to a person, newest first. */
    public List<RewardCase> own(UUID association, String staffNo, PageRequest page) {
        return jdbc.sql("select * from reward where association_id = :association and " + SHOWN_TO_STAFF
                        + " and (:after is null or id < :after) order by id desc limit :size")
                .param("association", Ids.bytes(association))
                .param("staffNo", staffNo)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(RewardRow::read)
                .list();
    }

    /** What cases in effect deduct from what a run gave: a person at all institutions, or an institution. */
    Money deducted(PayRunId run, RewardSubject subject) {
        return Money.ofFen(jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from reward
                        where amended_run_id = :run and measure = 'deduction' and status = 'effective'
                            and case when :member is null then member_id is null and institution_id = :institution
                                else member_id = :member end
                        """)
                .param("run", run.bytes())
                .param("member", Ids.bytesOrNull(subject.member()))
                .param("institution", Ids.bytes(subject.institution()))
                .query(Long.class)
                .single());
    }

    /** The case where a role of the caller reaches it (404 otherwise), locked until the end of the transaction. */
    RewardCase locked(Caller caller, UUID id, Role... roles) {
        return lock(caller.association(), id)
                .filter(one -> caller.scope(roles).permits(one.subject().institutionCode()))
                .orElseThrow(() -> Refusal.notFound("reward.not-found", id));
    }

    Optional<RewardCase> lock(UUID association, UUID id) {
        return jdbc.sql("select * from reward where association_id = ? and id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(RewardRow::read)
                .optional();
    }

    void insert(RewardCase one) {
        jdbc.sql("""
                        insert into reward (id, association_id, version, kind, measure, institution_id, institution_code, member_id,
                            staff_no, basis, grounds, evidence, amount_fen, status, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(one.measure().kind().code())
                .param(one.measure().code())
                .param(Ids.bytes(one.subject().institution()))
                .param(one.subject().institutionCode())
                .param(Ids.bytesOrNull(one.subject().member()))
                .param(one.subject().staffNo())
                .param(one.grounds().basis().code())
                .param(one.grounds().text())
                .param(one.grounds().evidence())
                .param(one.amount().fen())
                .param(one.status().code())
                .param(one.proposed().by())
                .param(Timestamp.from(one.proposed().at()))
                .update();
    }

    /** Keeps the next version of a locked case. */
    void update(RewardCase one) {
        int changed = jdbc.sql("""
                        update reward set version = :version, status = :status, decided_by = :decided_by, decided_at = :decided_at,
                            reason = :reason, objections_until = :objections_until, objection = :objection,
                            objection_evidence = :objection_evidence, objected_by = :objected_by,
                            objection_decided_by = :objection_decided_by, objection_reason = :objection_reason,
                            effective_by = :effective_by, effective_at = :effective_at, amended_run_id = :amended_run_id,
                            revocation_id = :revocation_id, revocation_reason = :revocation_reason, revocation_by = :revocation_by,
                            revoked_by = :revoked_by, revoked_at = :revoked_at
                        where id = :id and version = :before
                        """)
                .params(RewardRow.changing(one))
                .param("id", Ids.bytes(one.id()))
                .param("before", one.version() - 1)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("case " + one.id() + " changed under its lock");
        }
    }
}
