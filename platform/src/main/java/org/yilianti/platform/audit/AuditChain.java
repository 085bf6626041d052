package org.yilianti.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.ids.Ids;

/** Seals committed rows into one hash chain per service, and verifies it. */
public class AuditChain {

    private static final int BATCH = 1000;
    private static final String COLUMNS =
            "sequence, id, association_id, occurred_at, actor, action, subject_type, subject_id,"
                    + " institution_code, detail, correlation_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AuditChain(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The end of the chain, which the sealer locks: position of the last sealed row and its hash. */
    private record Head(long position, byte[] hash) {}

    private record Link(AuditEntry entry, long position, byte[] hash) {}

    /** Chains rows that are not chained yet, up to a batch; gives their number, 0 also while another instance seals. */
    @Transactional
    public int seal() {
        Optional<Head> locked = jdbc.sql("select position, hash from audit_head where id = 1 for update skip locked")
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                .optional();
        if (locked.isEmpty()) {
            return 0;
        }
        List<AuditEntry> unsealed = jdbc.sql(
                        "select " + COLUMNS + " from audit_entry where position is null order by sequence limit ?")
                .param(BATCH)
                .query(AuditChain::entry)
                .list();
        if (!unsealed.isEmpty()) {
            append(locked.get(), unsealed);
        }
        return unsealed.size();
    }

    private void append(Head head, List<AuditEntry> unsealed) {
        long position = head.position();
        byte[] hash = head.hash();
        Object[][] updates = new Object[unsealed.size()][];
        for (int i = 0; i < updates.length; i++) {
            hash = unsealed.get(i).hash(hash);
            position++;
            updates[i] = new Object[] {position, hash, unsealed.get(i).sequence()};
        }
        batches.batchUpdate("update audit_entry set position = ?, hash = ? where sequence = ?", Arrays.asList(updates));
        jdbc.sql("update audit_head set position = ?, hash = ? where id = 1")
                .params(position, hash)
                .update();
    }

    /**
     * Walks the whole chain as it is at one moment, while others go on sealing.
     *
     * @return empty when it is whole; otherwise the first position where a row is missing, changed or out of place
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Long> firstBreak() {
        Head head = jdbc.sql("select position, hash from audit_head where id = 1")
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        long position = 0;
        byte[] hash = new byte[32];
        List<Link> links;
        do {
            links = read(position);
            for (Link link : links) {
                position++;
                hash = link.entry().hash(hash);
                if (link.position() != position || !Arrays.equals(link.hash(), hash)) {
                    return Optional.of(position);
                }
            }
        } while (!links.isEmpty());
        boolean whole = position == head.position() && Arrays.equals(hash, head.hash());
        return whole ? Optional.empty() : Optional.of(position + 1);
    }

    private List<Link> read(long after) {
        return jdbc.sql("select position, hash, " + COLUMNS
                        + " from audit_entry where position > ? order by position limit ?")
                .params(after, BATCH)
                .query((row, number) -> new Link(entry(row, number), row.getLong("position"), row.getBytes("hash")))
                .list();
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("institution_code"),
                row.getString("detail"),
                row.getString("correlation_id"));
    }
}
