package org.yilianti.staff.remediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.remediation.RemediationCase.Consequence;
import org.yilianti.staff.remediation.RemediationCase.Decision;
import org.yilianti.staff.remediation.RemediationCase.Gap;
import org.yilianti.staff.remediation.RemediationCase.State;
import org.yilianti.staff.remediation.RemediationCase.Step;

/** The table of cases. */
@Repository
class RemediationRepository {

    static final String SELECT = """
            select c.*, (select code from institution i where i.id = c.institution_id) as institution_code from remediation_case c
            """;

    private final JdbcClient jdbc;

    RemediationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the case until the transaction ends. */
    Optional<RemediationCase> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(RemediationRepository::remediation)
                .optional();
    }

    /** Whose case it is: to lock the member before the case, as everybody does. */
    Optional<MemberId> memberOf(UUID association, UUID id) {
        return jdbc.sql("select member_id from remediation_case where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> MemberId.of(row.getBytes("member_id")))
                .optional();
    }

    /** Whether a case of theirs of this kind is unfinished. */
    boolean unfinished(MemberId member, GapKind gap) {
        return jdbc.sql("select count(*) from remediation_case where member_id = ? and gap = ? and open_case = 1")
                        .params(member.bytes(), gap.code())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All of a person. */
    List<RemediationCase> ofMember(UUID association, MemberId member) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.member_id = ? order by c.id")
                .params(Ids.bytes(association), member.bytes())
                .query(RemediationRepository::remediation)
                .list();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update remediation_case set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    void insert(RemediationCase opened) {
        jdbc.sql("""
                        insert into remediation_case (id, association_id, version, member_id, institution_id, appointment_id, gap, required,
                            detected, deadline, state, opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(opened.id()))
                .param(Ids.bytes(opened.association()))
                .param(opened.version())
                .param(opened.member().bytes())
                .param(opened.institution().id().bytes())
                .param(Ids.bytes(opened.appointment()))
                .param(opened.gap().kind().code())
                .param(opened.gap().required())
                .param(opened.detected())
                .param(opened.deadline())
                .param(opened.state().code())
                .param(Timestamp.from(opened.opened().at()))
                .param(opened.opened().by())
                .update();
    }

    void update(RemediationCase changed) {
        Optional<Step> outcome = Optional.ofNullable(changed.outcome());
        Optional<Decision> decision = Optional.ofNullable(changed.decision());
        Optional<Step> closing = Optional.ofNullable(changed.closing());
        jdbc.sql("""
                        update remediation_case set version = ?, state = ?, outcome_at = ?, outcome_by = ?, outcome_note = ?, decision = ?,
                            effective_on = ?, decided_at = ?, decided_by = ?, decision_reason = ?, closed_at = ?, closed_by = ?,
                            closing_note = ?
                        where association_id = ? and id = ?
                        """)
                .param(changed.version())
                .param(changed.state().code())
                .param(outcome.map(step -> Timestamp.from(step.at())).orElse(null))
                .param(outcome.map(Step::by).orElse(null))
                .param(outcome.map(Step::note).orElse(null))
                .param(decision.map(what -> what.consequence().code()).orElse(null))
                .param(decision.map(Decision::effectiveOn).orElse(null))
                .param(decision.map(what -> Timestamp.from(what.by().at())).orElse(null))
                .param(decision.map(what -> what.by().by()).orElse(null))
                .param(decision.map(what -> what.by().note()).orElse(null))
                .param(closing.map(step -> Timestamp.from(step.at())).orElse(null))
                .param(closing.map(Step::by).orElse(null))
                .param(closing.map(Step::note).orElse(null))
                .param(Ids.bytes(changed.association()))
                .param(Ids.bytes(changed.id()))
                .update();
    }

    static RemediationCase remediation(ResultSet row, int number) throws SQLException {
        Step decided = step(row, "decided_at", "decided_by", "decision_reason");
        return new RemediationCase(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                MemberId.of(row.getBytes("member_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                Ids.uuid(row.getBytes("appointment_id")),
                new Gap(Coded.of(GapKind.class, row.getString("gap")), row.getString("required")),
                row.getBoolean("detected"),
                row.getObject("deadline", LocalDate.class),
                Coded.of(State.class, row.getString("state")),
                Objects.requireNonNull(step(row, "opened_at", "opened_by", null)),
                step(row, "outcome_at", "outcome_by", "outcome_note"),
                decided == null
                        ? null
                        : new Decision(
                                Coded.of(Consequence.class, row.getString("decision")),
                                row.getObject("effective_on", LocalDate.class),
                                decided),
                step(row, "closed_at", "closed_by", "closing_note"));
    }

    private static @Nullable Step step(ResultSet row, String at, String by, @Nullable String note) throws SQLException {
        Timestamp when = row.getTimestamp(at);
        return when == null
                ? null
                : new Step(when.toInstant(), row.getString(by), note == null ? null : row.getString(note));
    }
}
