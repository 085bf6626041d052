package org.yilianti.incentive.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The appropriations of an association. */
@Component
public class Appropriations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Appropriations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The appropriation; refuses (404) when the association has none of this id. */
    public Appropriation get(UUID association, UUID id) {
        return find(association, id, "");
    }

    /** As {@link #get}, locked until the end of the transaction: all that moves its money queues here. */
    Appropriation lock(UUID association, UUID id) {
        return find(association, id, " for update");
    }

    /** A page of appropriations, oldest first. */
    public List<Appropriation> list(UUID association, PageRequest page) {
        return completed(jdbc.sql("select * from appropriation where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(Appropriations::bare)
                .list());
    }

    void insert(Appropriation one) {
        jdbc.sql("""
                        insert into appropriation (id, association_id, version, name, source, kind, month, per_head_fen, population,
                            amount_fen, allotted_fen, announced_by, announced_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(one.name())
                .param(one.source())
                .param(one.kind().code())
                .param(one.month().toString())
                .param(one.perHead().fen())
                .param(one.catchments().stream()
                        .mapToLong(Catchment::population)
                        .sum())
                .param(one.amount().fen())
                .param(one.announcedBy())
                .param(Timestamp.from(one.announcedAt()))
                .update();
        batches.batchUpdate(
                "insert into appropriation_purpose (appropriation_id, code, association_id, position, name) values (?, ?, ?, ?, ?)",
                one.purposes().stream()
                        .map(purpose -> new Object[] {
                            Ids.bytes(one.id()),
                            purpose.code(),
                            Ids.bytes(one.association()),
                            one.purposes().indexOf(purpose),
                            purpose.name()
                        })
                        .toList());
        batches.batchUpdate(
                "insert into appropriation_catchment (appropriation_id, institution_id, association_id, code, population) values (?, ?, ?, ?, ?)",
                one.catchments().stream()
                        .map(area -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(area.institution()),
                            Ids.bytes(one.association()),
                            area.code(),
                            area.population()
                        })
                        .toList());
    }

    void update(Appropriation one) {
        Instant receivedAt = one.receivedAt();
        jdbc.sql(
                        "update appropriation set version = ?, allotted_fen = ?, received_by = ?, received_at = ? where id = ?")
                .param(one.version())
                .param(one.allotted().fen())
                .param(one.receivedBy())
                .param(receivedAt == null ? null : Timestamp.from(receivedAt))
                .param(Ids.bytes(one.id()))
                .update();
    }

    private Appropriation find(UUID association, UUID id, String lock) {
        List<Appropriation> found = jdbc.sql("select * from appropriation where association_id = ? and id = ?" + lock)
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(Appropriations::bare)
                .list();
        return completed(found).stream().findFirst().orElseThrow(() -> Refusal.notFound("appropriation.not-found", id));
    }

    /** Reads what belongs to all of them at once, after they were read: a row waits for no second connection. */
    private List<Appropriation> completed(List<Appropriation> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        List<byte[]> ids = bare.stream().map(one -> Ids.bytes(one.id())).toList();
        Map<UUID, List<Purpose>> purposes = new HashMap<>();
        jdbc.sql(
                        "select * from appropriation_purpose where appropriation_id in (:ids) order by appropriation_id, position")
                .param("ids", ids)
                .query(row -> {
                    purposes.computeIfAbsent(of(row), id -> new ArrayList<>())
                            .add(new Purpose(row.getString("code"), row.getString("name")));
                });
        Map<UUID, List<Catchment>> catchments = new HashMap<>();
        jdbc.sql(
                        "select * from appropriation_catchment where appropriation_id in (:ids) order by appropriation_id, code")
                .param("ids", ids)
                .query(row -> {
                    UUID institution = Ids.uuid(row.getBytes("institution_id"));
                    catchments
                            .computeIfAbsent(of(row), id -> new ArrayList<>())
                            .add(new Catchment(institution, row.getString("code"), row.getLong("population")));
                });
        return bare.stream()
                .map(one -> one.completed(
                        catchments.getOrDefault(one.id(), List.of()), purposes.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static UUID of(ResultSet row) throws SQLException {
        return Ids.uuid(row.getBytes("appropriation_id"));
    }

    private static Appropriation bare(ResultSet row, int number) throws SQLException {
        Timestamp receivedAt = row.getTimestamp("received_at");
        return new Appropriation(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getString("source"),
                AppropriationKind.of(row.getString("kind")),
                YearMonth.parse(row.getString("month")),
                Money.ofFen(row.getLong("per_head_fen")),
                List.of(),
                List.of(),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("allotted_fen")),
                row.getString("announced_by"),
                row.getTimestamp("announced_at").toInstant(),
                row.getString("received_by"),
                receivedAt == null ? null : receivedAt.toInstant());
    }
}
