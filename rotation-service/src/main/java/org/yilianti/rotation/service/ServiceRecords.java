package org.yilianti.rotation.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Sight;
import tools.jackson.databind.ObjectMapper;

/** The records of delivered service. */
@Repository
public class ServiceRecords {

    /** Longer than any record: where to begin looking for those that reach into a time. */
    private static final long LONGEST_SECONDS = 25 * 3600;

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RecordRows rows;
    private final Clock clock;

    ServiceRecords(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new RecordRows(json);
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
                            and (:kind is null or r.kind = :kind) and (:flagged is null or r.flagged = :flagged)
                            and (:from is null or r.started_at >= :from) and (:to is null or r.started_at < :to)
                            and (:after is null or r.id > :after)
                        order by r.id limit :limit
                        """.formatted(sql(sight))))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().code())
                .param("kind", filter.kind() == null ? null : filter.kind().code())
                .param("flagged", filter.flagged())
                .param("from", month == null ? null : start(month))
                .param("to", month == null ? null : start(month.plusMonths(1)))
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(rows::record)
                .list();
    }

    /** The record, when the caller may see it. */
    public Optional<ServiceRecord> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select r.* from service_record r where r.id = :id and " + sql(sight)))
                .param("id", Ids.bytes(id))
                .query(rows::record)
                .optional();
    }

    /** Whose records these are, as far as the caller may see them. */
    Set<UUID> memberIds(Sight sight, Collection<UUID> ids) {
        return Set.copyOf(sight.bind(jdbc.sql(
                        "select distinct r.member_id from service_record r where r.id in (:ids) and " + sql(sight)))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list());
    }

    /** Those of {@code ids} that the caller may see, held until the transaction ends. */
    List<ServiceRecord> lock(Sight sight, Collection<UUID> ids) {
        return sight.bind(jdbc.sql("select r.* from service_record r where r.id in (:ids) and " + sql(sight)
                        + " order by r.id for update"))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(rows::record)
                .list();
    }

    List<ServiceRecord> bySource(UUID association, Collection<String> sourceIds) {
        return jdbc.sql("select * from service_record where association_id = :association and source_id in (:sources)")
                .param("association", Ids.bytes(association))
                .param("sources", sourceIds)
                .query(rows::record)
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
                .param("dayBefore", Timestamp.from(from.minusSeconds(LONGEST_SECONDS)))
                .param("from", Timestamp.from(from))
                .query(rows::record)
                .list();
    }

    /** What these people have served since a time, by person, as far as it counts as hours worked. */
    public Map<UUID, List<ServiceContent>> servedSince(UUID association, Collection<UUID> memberIds, Instant from) {
        return memberIds.isEmpty()
                ? Map.of()
                : between(association, memberIds, from, END).stream()
                        .filter(ServiceRecord::counts)
                        .map(ServiceRecord::content)
                        .collect(Collectors.groupingBy(ServiceContent::memberId));
    }

    static String sql(Sight sight) {
        return sight.sql("r.association_id", "r.member_id", "r.institution_id");
    }

    void insert(List<ServiceRecord> records) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into service_record (id, association_id, version, source_id, member_id, institution_id, duty_id, kind,
                    started_at, ended_at, call_up, night, flags, flagged, status, recorded_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, records.stream().map(one -> rows.inserted(one, now)).toList());
    }

    /** Keeps what the records said before; then what they say now. */
    void correct(List<ServiceRecord> corrected) {
        if (corrected.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into service_record_revision (id, version, member_id, institution_id, duty_id, kind, started_at,
                            ended_at, call_up, night, flags, status, reason, recorded_by, confirmed_by, changed_at)
                        select id, version, member_id, institution_id, duty_id, kind, started_at, ended_at, call_up, night, flags,
                            status, reason, recorded_by, confirmed_by, changed_at
                        from service_record where id in (:ids)
                        """)
                .param("ids", corrected.stream().map(one -> Ids.bytes(one.id())).toList())
                .update();
        // First open again: the new flags and the old confirmation must never stand side by side.
        update(corrected);
        batches.batchUpdate("""
                update service_record set member_id = ?, institution_id = ?, duty_id = ?, kind = ?, started_at = ?, ended_at = ?,
                    call_up = ?, night = ?, flags = ?, recorded_by = ? where id = ?
                """, corrected.stream().map(rows::corrected).toList());
    }

    /** Keeps version, status and who decided. */
    void update(List<ServiceRecord> records) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                update service_record set version = ?, status = ?, reason = ?, confirmed_by = ?, disputed_by = ?, flagged = ?,
                    resolution = ?, resolved_by = ?, resolution_reason = ?, changed_at = ? where id = ?
                """, records.stream().map(one -> RecordRows.updated(one, now)).toList());
    }

    private static Timestamp start(YearMonth month) {
        return Timestamp.from(AssociationZone.startOf(month.atDay(1)));
    }
}
