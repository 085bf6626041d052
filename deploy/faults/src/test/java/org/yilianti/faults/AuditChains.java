package org.yilianti.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.local.platform.Module;

/** A second opinion on the audit trail: hashes every row anew, from the documented layout of its fields. */
final class AuditChains {

    private AuditChains() {}

    private record Row(long position, byte[] hash, List<byte[]> ids, List<String> fields) {}

    static List<String> broken(Module service, JdbcClient schema) {
        long unsealed = schema.sql("select count(*) from audit_entry where position is null")
                .query(Long.class)
                .single();
        byte[] hash = new byte[32];
        long position = 0;
        for (Row row : rows(schema)) {
            position++;
            hash = hash(hash, row);
            if (row.position() != position || !Arrays.equals(row.hash(), hash)) {
                return List.of("V7: the audit chain of " + service + " breaks at " + position);
            }
        }
        List<String> broken = new ArrayList<>();
        if (unsealed > 0) {
            broken.add("V7: %d audit rows of %s are not sealed".formatted(unsealed, service));
        }
        byte[] head = schema.sql("select hash from audit_head")
                .query((row, number) -> row.getBytes(1))
                .single();
        if (!Arrays.equals(head, hash)) {
            broken.add("V7: the end of the audit chain of " + service + " is missing");
        }
        return broken;
    }

    private static List<Row> rows(JdbcClient schema) {
        return schema.sql("""
                        select position, hash, id, association_id, occurred_at, actor, action, subject_type, subject_id, institution_code,
                            detail, correlation_id from audit_entry where position is not null order by position
                        """)
                .query((row, number) -> new Row(
                        row.getLong(1),
                        row.getBytes(2),
                        List.of(row.getBytes(3), row.getBytes(4)),
                        Arrays.asList(
                                row.getTimestamp(5).toInstant().toString(),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                row.getString(12))))
                .list();
    }

    private static byte[] hash(byte[] previous, Row row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            row.ids().forEach(digest::update);
            for (String field : row.fields()) {
                byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
                digest.update((byte) (field == null ? 0 : 1));
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
