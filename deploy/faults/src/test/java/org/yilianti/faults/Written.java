package org.yilianti.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An event as a service wrote it into its outbox: in a row of its own, or as a line of a row that several share ({@code id aggregate
 * version json}, a dash for no version; all lines in an LZ4 frame).
 */
record Written(
        UUID id, String topic, UUID aggregate, @Nullable Long version) {

    static List<Written> by(JdbcClient service) {
        return service
                .sql("select id, aggregatetype, aggregateid, version, events, pack from outbox_event")
                .query((row, number) ->
                        row.getInt(5) > 1 ? lines(row.getString(2), unpacked(row.getBytes(6))) : List.of(single(row)))
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

    private static String unpacked(byte[] pack) {
        try (InputStream lines = Compression.lz4()
                .build()
                .wrapForInput(ByteBuffer.wrap(pack), RecordBatch.MAGIC_VALUE_V2, BufferSupplier.NO_CACHING)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
