package org.yilianti.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An event as a service wrote it into its outbox: in a row of its own, or as a line of a row that several share ({@code id aggregate
 * version json}, a dash for no version).
 */
record Written(
        UUID id, String topic, UUID aggregate, @Nullable Long version) {

    static List<Written> by(JdbcClient service) {
        return service
                .sql(
                        "select id, aggregatetype, aggregateid, version, events, if(events > 1, payload, '') from outbox_event")
                .query((row, number) ->
                        row.getInt(5) > 1 ? lines(row.getString(2), row.getString(6)) : List.of(single(row)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Written single(ResultSet row) throws SQLException {
        return new Written(
                Invariants.uuid(row.getBytes(1)),
                row.getString(2),
                Invariants.uuid(row.getBytes(3)),
                row.getObject(4, Long.class));
    }

    private static List<Written> lines(String topic, String payload) {
        return payload.lines()
                .map(line -> line.split(" ", 4))
                .map(parts -> new Written(
                        UUID.fromString(parts[0]),
                        topic,
                        UUID.fromString(parts[1]),
                        parts[2].equals("-") ? null : Long.valueOf(parts[2])))
                .toList();
    }
}
