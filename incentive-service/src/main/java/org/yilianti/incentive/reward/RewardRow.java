package org.yilianti.incentive.reward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** How a case lies in its row. */
final class RewardRow {

    private RewardRow() {}

    static RewardCase read(ResultSet row, int number) throws SQLException {
        return new RewardCase(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                RewardMeasure.of(row.getString("measure")),
                new RewardSubject(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("institution_code"),
                        id(row, "member_id"),
                        row.getString("staff_no")),
                new RewardCase.Grounds(
                        RewardBasis.of(row.getString("basis")), row.getString("grounds"), row.getString("evidence")),
                Money.ofFen(row.getLong("amount_fen")),
                RewardStatus.of(row.getString("status")),
                new RewardCase.Signature(row.getString("proposed_by"), instant(row, "proposed_at")),
                decided(row),
                row.getObject("objections_until", LocalDate.class),
                objection(row),
                effect(row),
                revocation(row));
    }

    private static RewardCase.@Nullable Verdict decided(ResultSet row) throws SQLException {
        return row.getString("decided_by") == null
                ? null
                : new RewardCase.Verdict(
                        row.getString("decided_by"), instant(row, "decided_at"), row.getString("reason"));
    }

    private static RewardCase.@Nullable Objection objection(ResultSet row) throws SQLException {
        return row.getString("objected_by") == null
                ? null
                : new RewardCase.Objection(
                        row.getString("objection"),
                        row.getString("objection_evidence"),
                        row.getString("objected_by"),
                        row.getString("objection_decided_by"),
                        row.getString("objection_reason"));
    }

    private static RewardCase.@Nullable Effect effect(ResultSet row) throws SQLException {
        if (row.getString("effective_by") == null) {
            return null;
        }
        UUID run = id(row, "amended_run_id");
        return new RewardCase.Effect(
                row.getString("effective_by"), instant(row, "effective_at"), run == null ? null : new PayRunId(run));
    }

    private static RewardCase.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        UUID id = id(row, "revocation_id");
        if (id == null) {
            return null;
        }
        return new RewardCase.Revocation(
                id,
                row.getString("revocation_reason"),
                row.getString("revocation_by"),
                row.getString("revoked_by") == null
                        ? null
                        : new RewardCase.Signature(row.getString("revoked_by"), instant(row, "revoked_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? null : Ids.uuid(bytes);
    }

    /** All that may change, by the name of its column. */
    static Map<String, @Nullable Object> changing(RewardCase one) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        RewardCase.Verdict decided = one.decided();
        columns.put("version", one.version());
        columns.put("status", one.status().code());
        columns.put("decided_by", decided == null ? null : decided.by());
        columns.put("decided_at", decided == null ? null : Timestamp.from(decided.at()));
        columns.put("reason", decided == null ? null : decided.reason());
        columns.put("objections_until", one.objectionsUntil());
        putObjection(columns, one.objection());
        putEffect(columns, one.effect());
        putRevocation(columns, one.revocation());
        return columns;
    }

    private static void putObjection(Map<String, @Nullable Object> columns, RewardCase.@Nullable Objection objection) {
        columns.put("objection", objection == null ? null : objection.text());
        columns.put("objection_evidence", objection == null ? null : objection.evidence());
        columns.put("objected_by", objection == null ? null : objection.by());
        columns.put("objection_decided_by", objection == null ? null : objection.judgedBy());
        columns.put("objection_reason", objection == null ? null : objection.reason());
    }

    private static void putEffect(Map<String, @Nullable Object> columns, RewardCase.@Nullable Effect effect) {
        PayRunId run = effect == null ? null : effect.run();
        columns.put("effective_by", effect == null ? null : effect.by());
        columns.put("effective_at", effect == null ? null : Timestamp.from(effect.at()));
        columns.put("amended_run_id", run == null ? null : run.bytes());
    }

    private static void putRevocation(
            Map<String, @Nullable Object> columns, RewardCase.@Nullable Revocation revocation) {
        RewardCase.Signature granted = revocation == null ? null : revocation.granted();
        columns.put("revocation_id", revocation == null ? null : Ids.bytes(revocation.id()));
        columns.put("revocation_reason", revocation == null ? null : revocation.reason());
        columns.put("revocation_by", revocation == null ? null : revocation.askedBy());
        columns.put("revoked_by", granted == null ? null : granted.by());
        columns.put("revoked_at", granted == null ? null : Timestamp.from(granted.at()));
    }
}
