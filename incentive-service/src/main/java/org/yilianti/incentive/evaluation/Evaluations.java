package org.yilianti.incentive.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The evaluations of an association, with their institutions. */
@Component
public class Evaluations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Evaluations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The evaluation with all its institutions; refuses (404) when the association has none of this id. */
    public Evaluation get(UUID association, EvaluationId id) {
        return read(association, id, InstitutionScope.ALL, "");
    }

    /** The evaluation with those of its institutions that are in scope; refuses (404) when none is. */
    public Evaluation get(UUID association, EvaluationId id, InstitutionScope scope) {
        Evaluation evaluation = read(association, id, scope, "");
        if (evaluation.institutions().isEmpty()) {
            throw Refusal.notFound("evaluation.not-found", id.value());
        }
        return evaluation;
    }

    /** All of the evaluation, locked until the end of the transaction. */
    Evaluation lock(UUID association, EvaluationId id) {
        return read(association, id, InstitutionScope.ALL, "for update");
    }

    /** A page of evaluations that have an institution in scope, oldest first; of their institutions those in scope. */
    public List<Evaluation> list(UUID association, InstitutionScope scope, PageRequest page) {
        List<Evaluation> headers = jdbc.sql("""
                        select * from evaluation e where association_id = :association and id > :after and exists (
                            select 1 from evaluation_institution i where i.evaluation_id = e.id and %s)
                        order by id limit :size
                        """.formatted(scope.sql("i.code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> evaluation(row, List.of()))
                .list();
        return headers.stream()
                .map(header -> header.with(institutions(header.id(), scope)))
                .toList();
    }

    void insert(Evaluation evaluation) {
        jdbc.sql("""
                        insert into evaluation (id, association_id, version, scheme_id, month, status, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(evaluation.id().bytes())
                .param(Ids.bytes(evaluation.association()))
                .param(evaluation.version())
                .param(evaluation.scheme().bytes())
                .param(evaluation.month().toString())
                .param(evaluation.status().code())
                .param(evaluation.createdBy())
                .param(Timestamp.from(evaluation.createdAt()))
                .update();
        batches.batchUpdate(
                """
                insert into evaluation_institution (evaluation_id, institution_id, association_id, code, name)
                values (?, ?, ?, ?, ?)
                """,
                evaluation.institutions().stream()
                        .map(one -> new Object[] {
                            evaluation.id().bytes(),
                            Ids.bytes(one.id()),
                            Ids.bytes(evaluation.association()),
                            one.code(),
                            one.name()
                        })
                        .toList());
    }

    void update(Evaluation evaluation) {
        Instant closedAt = evaluation.closedAt();
        jdbc.sql("update evaluation set version = ?, status = ?, closed_by = ?, closed_at = ? where id = ?")
                .param(evaluation.version())
                .param(evaluation.status().code())
                .param(evaluation.closedBy())
                .param(closedAt == null ? null : Timestamp.from(closedAt))
                .param(evaluation.id().bytes())
                .update();
    }

    /** Writes the institutions' scores, at closing. */
    void updateScores(Evaluation evaluation) {
        batches.batchUpdate(
                "update evaluation_institution set score = ? where evaluation_id = ? and institution_id = ?",
                evaluation.institutions().stream()
                        .map(one -> new Object[] {one.score(), evaluation.id().bytes(), Ids.bytes(one.id())})
                        .toList());
    }

    private Evaluation read(UUID association, EvaluationId id, InstitutionScope scope, String lock) {
        Evaluation header = jdbc.sql("select * from evaluation where association_id = ? and id = ? " + lock)
                .params(Ids.bytes(association), id.bytes())
                .query((row, number) -> evaluation(row, List.of()))
                .optional()
                .orElseThrow(() -> Refusal.notFound("evaluation.not-found", id.value()));
        return header.with(institutions(id, scope));
    }

    private List<EvaluatedInstitution> institutions(EvaluationId id, InstitutionScope scope) {
        return jdbc.sql("""
                        select institution_id, code, name, score from evaluation_institution
                        where evaluation_id = :id and %s order by code
                        """.formatted(scope.sql("code")))
                .param("id", id.bytes())
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new EvaluatedInstitution(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBigDecimal("score")))
                .list();
    }

    private static Evaluation evaluation(ResultSet row, List<EvaluatedInstitution> institutions) throws SQLException {
        return new Evaluation(
                new EvaluationId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new SchemeId(Ids.uuid(row.getBytes("scheme_id"))),
                YearMonth.parse(row.getString("month")),
                EvaluationStatus.of(row.getString("status")),
                institutions,
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("closed_by"),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
