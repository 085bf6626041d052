package org.yilianti.incentive.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** What samples are drawn from, what was drawn, and what was found. */
@Component
public class VerificationItems {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    VerificationItems(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Records of service that an institution claims now. */
    List<UUID> claimed(UUID association, VerificationSample.Claim claim) {
        return jdbc.sql("""
                        select id from directory_service_record
                        where association_id = :association and month = :month and status = 'confirmed' and lawful
                            and institution_id = :institution and (:kind = '' or kind = :kind)
                        """)
                .param("association", Ids.bytes(association))
                .param("month", claim.month().toString())
                .param("institution", Ids.bytes(claim.institution()))
                .param("kind", claim.kind())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** Keeps what a sample was drawn from, and what was drawn. */
    void insert(VerificationSample sample, List<UUID> frame, List<UUID> drawn) {
        byte[] id = Ids.bytes(sample.id());
        byte[] association = Ids.bytes(sample.association());
        batches.batchUpdate(
                "insert into verification_frame (sample_id, record_id, association_id) values (?, ?, ?)",
                frame.stream()
                        .map(one -> new Object[] {id, Ids.bytes(one), association})
                        .toList());
        batches.batchUpdate(
                """
                insert into verification_item (sample_id, record_id, association_id, version, source_id, member_id, kind, started_at, minutes)
                select ?, id, association_id, 1, source_id, member_id, kind, started_at, minutes
                from directory_service_record where association_id = ? and id = ?
                """,
                drawn.stream()
                        .map(one -> new Object[] {id, association, Ids.bytes(one)})
                        .toList());
    }

    /** What a sample was drawn from. */
    List<UUID> frame(UUID sample) {
        return jdbc.sql("select record_id from verification_frame where sample_id = ? order by record_id")
                .param(Ids.bytes(sample))
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** The ids of what was drawn. */
    Set<UUID> drawn(UUID sample) {
        return jdbc
                .sql("select record_id from verification_item where sample_id = ?")
                .param(Ids.bytes(sample))
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** A page of a sample's items, by id of the record; the sample is known to be in scope. */
    public List<VerificationItem> of(UUID sample, PageRequest page) {
        return jdbc.sql(
                        "select * from verification_item where sample_id = ? and record_id > ? order by record_id limit ?")
                .param(Ids.bytes(sample))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(VerificationItems::item)
                .list();
    }

    /** All that were judged. */
    List<VerificationItem> judged(UUID sample) {
        return jdbc.sql(
                        "select * from verification_item where sample_id = ? and verified is not null order by record_id")
                .param(Ids.bytes(sample))
                .query(VerificationItems::item)
                .list();
    }

    /** An item, locked until the end of the transaction; its sample is held before. */
    Optional<VerificationItem> lock(UUID sample, UUID record) {
        return jdbc.sql("select * from verification_item where sample_id = ? and record_id = ? for update")
                .params(Ids.bytes(sample), Ids.bytes(record))
                .query(VerificationItems::item)
                .optional();
    }

    /** Whether the service of an item is that of the member with this number. */
    boolean isOwn(UUID association, VerificationItem item, String staffNo) {
        return jdbc.sql("select count(*) from directory_member where association_id = ? and id = ? and staff_no = ?")
                        .params(Ids.bytes(association), Ids.bytes(item.member()), staffNo)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void update(UUID sample, VerificationItem one) {
        jdbc.sql("""
                        update verification_item set version = ?, verified = ?, finding = ?, judged_by = ?, judged_at = ?
                        where sample_id = ? and record_id = ?
                        """)
                .param(one.version())
                .param(one.verified())
                .param(one.finding())
                .param(one.judgedBy())
                .param(Timestamp.from(clock.instant()))
                .param(Ids.bytes(sample))
                .param(Ids.bytes(one.record()))
                .update();
    }

    private static VerificationItem item(ResultSet row, int number) throws SQLException {
        return new VerificationItem(
                Ids.uuid(row.getBytes("record_id")),
                row.getLong("version"),
                row.getString("source_id"),
                Ids.uuid(row.getBytes("member_id")),
                row.getString("kind"),
                row.getTimestamp("started_at").toInstant(),
                row.getInt("minutes"),
                row.getObject("verified", Boolean.class),
                row.getString("finding"),
                row.getString("judged_by"));
    }
}
