package org.yilianti.rotation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.incident.ShareOverride.State;

/** Reads incidents from rows. */
final class IncidentRows {

    private IncidentRows() {}

    /** Without its steps, which are in another table. */
    static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("agreement_id")),
                row.getInt("agreement_version"),
                new LiabilityShares(
                        row.getBigDecimal("home_percent"),
                        row.getBigDecimal("host_percent"),
                        row.getBigDecimal("member_percent")),
                new IncidentParties(
                        Ids.uuid(row.getBytes("member_id")),
                        Ids.uuid(row.getBytes("home_institution_id")),
                        Ids.uuid(row.getBytes("host_institution_id"))),
                Ids.uuidOrNull(row.getBytes("service_record_id")),
                Ids.uuidOrNull(row.getBytes("shared_session_id")),
                row.getTimestamp("occurred_at").toInstant(),
                Severity.ofCode(row.getString("severity")).orElseThrow(),
                row.getString("description"),
                IncidentStatus.ofCode(row.getString("status")).orElseThrow(),
                parts(row),
                List.of());
    }

    private static @Nullable Apportionment parts(ResultSet row) throws SQLException {
        long damage = row.getLong("damage_fen");
        return row.wasNull()
                ? null
                : apportionment(
                        damage,
                        row.getLong("home_fen"),
                        row.getLong("host_fen"),
                        row.getLong("member_fen"),
                        Ids.uuidOrNull(row.getBytes("override_id")));
    }

    static Apportionment apportionment(long damage, long home, long host, long member, @Nullable UUID overrideId) {
        return new Apportionment(
                Money.ofFen(damage), Money.ofFen(home), Money.ofFen(host), Money.ofFen(member), overrideId);
    }

    static ShareOverride override(ResultSet row, int number) throws SQLException {
        UUID id = Ids.uuid(row.getBytes("id"));
        long home = row.getLong("home_fen");
        long host = row.getLong("host_fen");
        long member = row.getLong("member_fen");
        String decidedBy = row.getString("decided_by");
        return new ShareOverride(
                id,
                Ids.uuid(row.getBytes("incident_id")),
                row.getLong("version"),
                apportionment(home + host + member, home, host, member, id),
                row.getString("reason"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Ids.uuid(row.getBytes("proposed_for")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                decidedBy,
                decidedBy == null ? null : row.getTimestamp("decided_at").toInstant(),
                row.getString("decision_note"));
    }
}
