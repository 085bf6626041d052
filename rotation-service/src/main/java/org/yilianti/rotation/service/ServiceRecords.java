package org.yilianti.rotation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Sight;

/** The records of delivered service. */
@Repository
public class ServiceRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ServiceRecords(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Those the caller may see, oldest record first. */
    public List<ServiceRecord> list(Sight sight, RecordFilter filter, PageRequest page) {
        var after = page.after();
        YearMonth month = filter.month();
        return sight.bind(jdbc.sql("""
                        select r.* from service_record r
                        where %s and (:institution is null or r.institution_id = :institution)
                            and (:member is null or r.member_id = :member) and (:status is null or r.status = :status)
                            and (:from is null or r.started_at >= :from) and (:to is null or r.started_at < :to)
                            and (:after is null or r.id > :after)
                        order by r.id limit :limit
                        """.formatted(sql(sight))))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().code())
                .param("from", month == null ? null : start(month))
                .param("to", month == null ? null : start(month.plusMonths(1)))
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(ServiceRecords::record)
                .list();
    }

    /** Those of {@code ids} that the caller may see, held until the transaction ends. */
    List<ServiceRecord> lock(Sight sight, Collection<UUID> ids) {
        return sight.bind(jdbc.sql("select r.* from service_record r where r.id in (:ids) and " + sql(sight)
                        + " order by r.id for update"))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(ServiceRecords::record)
                .list();
    }

    List<ServiceRecord> bySource(UUID association, Collection<String> sourceIds) {
        return jdbc.sql("select * from service_record where association_id = :association and source_id in (:sources)")
                .param("association", Ids.bytes(association))
                .param("sources", sourceIds)
                .query(ServiceRecords::record)
                .list();
    }

    /** Records of these people that lie at least in part between the times. */
    List<ServiceRecord> between(UUID association, Collection<UUID> memberIds, Instant from, Instant to) {
        return jdbc.sql("""
                        select * from service_record where association_id = :association and member_id in (:members)
                            and started_at < :to and started_at > :dayBefore and ended_at > :from
                        """)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("to", Timestamp.from(to))
                .param("dayBefore", Timestamp.from(from.minusSeconds(25 * 3600)))
                .param("from", Timestamp.from(from))
                .query(ServiceRecords::record)
                .list();
    }

    private static String sql(Sight sight) {
        return sight.sql("r.association_id", "r.member_id", "r.institution_id");
    }

    void insert(List<ServiceRecord> records) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into service_record (id, association_id, version, source_id, member_id, institution_id, duty_id, kind,
                    started_at, ended_at, night, status, reason, recorded_by, confirmed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                records.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.version(),
                            one.sourceId(),
                            Ids.bytes(one.content().memberId()),
                            Ids.bytes(one.content().institutionId()),
                            Ids.bytesOrNull(one.content().dutyId()),
                            one.content().kind().code(),
                            Timestamp.from(one.content().startedAt()),
                            Timestamp.from(one.content().endedAt()),
                            one.night(),
                            one.status().code(),
                            one.reason(),
                            one.recordedBy(),
                            one.confirmedBy(),
                            now
                        })
                        .toList());
    }

    /** Keeps what the records said before; then what they say now. */
    void correct(List<ServiceRecord> corrected) {
        if (corrected.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into service_record_revision (id, version, member_id, institution_id, duty_id, kind, started_at,
                            ended_at, status, recorded_by, confirmed_by, changed_at)
                        select id, version, member_id, institution_id, duty_id, kind, started_at, ended_at, status, recorded_by,
                            confirmed_by, changed_at
                        from service_record where id in (:ids)
                        """)
                .param("ids", corrected.stream().map(one -> Ids.bytes(one.id())).toList())
                .update();
        batches.batchUpdate(
                """
                update service_record set member_id = ?, institution_id = ?, duty_id = ?, kind = ?, started_at = ?, ended_at = ?,
                    night = ?, recorded_by = ? where id = ?
                """,
                corrected.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.bytes(one.content().memberId()),
                            Ids.bytes(one.content().institutionId()),
                            Ids.bytesOrNull(one.content().dutyId()),
                            one.content().kind().code(),
                            Timestamp.from(one.content().startedAt()),
                            Timestamp.from(one.content().endedAt()),
                            one.night(),
                            one.recordedBy(),
                            Ids.bytes(one.id())
                        })
                        .toList());
        update(corrected);
    }

    /** Keeps version, status and who confirmed. */
    void update(List<ServiceRecord> records) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "update service_record set version = ?, status = ?, reason = ?, confirmed_by = ?, changed_at = ? where id = ?",
                records.stream()
                        .map(one -> new @Nullable Object[] {
                            one.version(),
                            one.status().code(),
                            one.reason(),
                            one.confirmedBy(),
                            now,
                            Ids.bytes(one.id())
                        })
                        .toList());
    }

    private static Timestamp start(YearMonth month) {
        return Timestamp.from(AssociationZone.startOf(month.atDay(1)));
    }

    private static ServiceRecord record(ResultSet row, int number) throws SQLException {
        return new ServiceRecord(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("source_id"),
                new ServiceContent(
                        Ids.uuid(row.getBytes("member_id")),
                        Ids.uuid(row.getBytes("institution_id")),
                        Ids.uuidOrNull(row.getBytes("duty_id")),
                        ServiceKind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant()),
                row.getBoolean("night"),
                RecordStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getString("confirmed_by"));
    }
}
