package org.yilianti.incentive.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The allotments of an association, with their shares. */
@Component
public class Allotments {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Allotments(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The allotment; refuses (404) when the association has none of this id. */
    public Allotment get(UUID association, UUID id) {
        return find(association, id, "");
    }

    /** As {@link #get} and as it is now, locked until the end of the transaction; its appropriation is locked before. */
    Allotment lock(UUID association, UUID id) {
        return find(association, id, " for update");
    }

    private Allotment find(UUID association, UUID id, String lock) {
        List<Allotment> found = jdbc.sql("select * from allotment where association_id = ? and id = ?" + lock)
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(Allotments::bare)
                .list();
        return completed(found, lock).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("appropriation.allotment-not-found", id));
    }

    /** A page of an appropriation's allotments, oldest first. */
    public List<Allotment> of(UUID association, UUID appropriation, PageRequest page) {
        List<Allotment> found = jdbc.sql(
                        "select * from allotment where association_id = ? and appropriation_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(Ids.bytes(appropriation))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(Allotments::bare)
                .list();
        return completed(found, "");
    }

    void insert(Allotment one) {
        jdbc.sql("""
                        insert into allotment (id, association_id, version, appropriation_id, formula, evaluation_id, advance_percent,
                            status, drafted_by, drafted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(Ids.bytes(one.appropriation()))
                .param(one.formula().code())
                .param(bytes(one.evaluation()))
                .param(one.advancePercent())
                .param(one.status().code())
                .param(one.draftedBy())
                .param(Timestamp.from(one.draftedAt()))
                .update();
        batches.batchUpdate(
                """
                insert into allotment_share (allotment_id, institution_id, association_id, code, name, population, score, amount_fen,
                    advance_fen, earned_fen, withheld_fen) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                """,
                one.shares().stream()
                        .map(share -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(share.institution()),
                            Ids.bytes(one.association()),
                            share.code(),
                            share.name(),
                            share.population(),
                            share.score(),
                            share.amount().fen(),
                            share.advance().fen()
                        })
                        .toList());
    }

    void update(Allotment one) {
        jdbc.sql("""
                        update allotment set version = ?, status = ?, approved_by = ?, settlement_id = ?, proposed_by = ?,
                            settled_by = ?, reason = ? where id = ?
                        """)
                .param(one.version())
                .param(one.status().code())
                .param(one.approvedBy())
                .param(bytes(one.settlement()))
                .param(one.proposedBy())
                .param(one.settledBy())
                .param(one.reason())
                .param(Ids.bytes(one.id()))
                .update();
        batches.batchUpdate(
                """
                update allotment_share set settled_score = ?, earned_fen = ?, withheld_fen = ?
                where allotment_id = ? and institution_id = ?
                """,
                one.shares().stream()
                        .map(share -> new Object[] {
                            share.settledBy(),
                            share.earned().fen(),
                            share.withheld().fen(),
                            Ids.bytes(one.id()),
                            Ids.bytes(share.institution())
                        })
                        .toList());
    }

    private static byte @Nullable [] bytes(@Nullable EvaluationId evaluation) {
        return evaluation == null ? null : evaluation.bytes();
    }

    private static @Nullable EvaluationId evaluation(byte @Nullable [] id) {
        return id == null ? null : new EvaluationId(Ids.uuid(id));
    }

    /** Reads the shares of all of them at once, after they were read: a row waits for no second connection. */
    private List<Allotment> completed(List<Allotment> bare, String lock) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<AllotmentShare>> shares = new HashMap<>();
        jdbc.sql("select * from allotment_share where allotment_id in (:ids) order by allotment_id, code" + lock)
                .param("ids", bare.stream().map(one -> Ids.bytes(one.id())).toList())
                .query(row -> {
                    shares.computeIfAbsent(Ids.uuid(row.getBytes("allotment_id")), id -> new ArrayList<>())
                            .add(share(row));
                });
        return bare.stream()
                .map(one -> one.completed(shares.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static AllotmentShare share(ResultSet row) throws SQLException {
        return new AllotmentShare(
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("code"),
                row.getString("name"),
                row.getLong("population"),
                row.getBigDecimal("score"),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("advance_fen")),
                row.getBigDecimal("settled_score"),
                Money.ofFen(row.getLong("earned_fen")),
                Money.ofFen(row.getLong("withheld_fen")));
    }

    private static Allotment bare(ResultSet row, int number) throws SQLException {
        return new Allotment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("appropriation_id")),
                AllotmentFormula.of(row.getString("formula")),
                evaluation(row.getBytes("evaluation_id")),
                row.getInt("advance_percent"),
                AllotmentStatus.of(row.getString("status")),
                List.of(),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("approved_by"),
                evaluation(row.getBytes("settlement_id")),
                row.getString("proposed_by"),
                row.getString("settled_by"),
                row.getString("reason"));
    }
}
