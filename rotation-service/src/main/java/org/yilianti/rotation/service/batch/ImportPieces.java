package org.yilianti.rotation.service.batch;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** Files that were sent, in pieces, until they are taken. */
@Repository
class ImportPieces {

    static final int SIZE = 1 << 20;

    private final JdbcClient jdbc;

    ImportPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, int number, byte[] content) {
        jdbc.sql("insert into service_import_piece (import_id, number, content) values (?, ?, ?)")
                .params(Ids.bytes(id), number, content)
                .update();
    }

    /** Empty after the last. */
    Optional<byte[]> find(UUID id, int number) {
        return jdbc.sql("select content from service_import_piece where import_id = ? and number = ?")
                .params(Ids.bytes(id), number)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    void forget(UUID id) {
        jdbc.sql("delete from service_import_piece where import_id = ?")
                .param(Ids.bytes(id))
                .update();
    }
}
