package org.yilianti.rotation.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The duties of all plans. */
@Repository
public class Duties {

    private static final String IN_FORCE =
            "exists (select 1 from roster_plan p where p.id = d.plan_id and p.status = 'published')";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Duties(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those the caller may see, by date; of a plan when one is named, else those in force. */
    public List<Duty> list(Sight sight, DutyFilter filter, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select d.* from duty d
                        where %s and %s and (:institution is null or d.institution_id = :institution)
                            and (:member is null or d.member_id = :member) and (:from is null or d.work_date >= :from)
                            and (:to is null or d.work_date < :to) and (:status is null or d.status = :status)
                            and (:afterDate is null or d.work_date > :afterDate
                                or (d.work_date = :afterDate and d.id > :afterId))
                        order by d.work_date, d.id limit :limit
                        """.formatted(
                        sight.sql("d.association_id", "d.member_id", "d.institution_id"),
                        filter.planId() == null ? "(:plan is null and " + IN_FORCE + ")" : "d.plan_id = :plan")))
                .param("plan", Ids.bytesOrNull(filter.planId()))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("from", filter.from())
                .param("to", filter.to())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().code())
                .param("afterDate", after == null ? null : LocalDate.parse(after.text(0)))
                .param("afterId", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query(Duties::duty)
                .list();
    }

    List<Duty> ofPlan(UUID planId) {
        return jdbc.sql("select d.* from duty d where d.plan_id = ? order by d.id")
                .param(Ids.bytes(planId))
                .query(Duties::duty)
                .list();
    }

    /** The duties in force that these members work. */
    List<Duty> inForceOf(UUID association, Collection<UUID> memberIds) {
        return jdbc.sql(
                        "select d.* from duty d where d.association_id = :association and d.member_id in (:members) and "
                                + IN_FORCE + " order by d.id")
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .query(Duties::duty)
                .list();
    }

    /** The duties in force that these members work between the dates ({@code to} exclusive), by member. */
    Map<UUID, List<Duty>> inForceBetween(UUID association, Collection<UUID> memberIds, LocalDate from, LocalDate to) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select d.* from duty d where d.association_id = :association and d.member_id in (:members)"
                        + " and d.work_date >= :from and d.work_date < :to and " + IN_FORCE + " order by d.work_date")
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("from", from)
                .param("to", to)
                .query(Duties::duty)
                .list()
                .stream()
                .collect(Collectors.groupingBy(duty -> Objects.requireNonNull(duty.memberId())));
    }

    /** Those of {@code ids} that are in force, by id. */
    public Map<UUID, Duty> inForce(UUID association, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select d.* from duty d where d.association_id = :association and d.id in (:ids) and " + IN_FORCE)
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(Duties::duty)
                .list()
                .stream()
                .collect(Collectors.toMap(Duty::id, Function.identity()));
    }

    void insert(List<Duty> duties) {
        batches.batchUpdate("""
                insert into duty (id, association_id, plan_id, institution_id, member_id, work_date, shift, specialty, starts_at,
                    ends_at, night, status, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, duties.stream().map(Duties::columns).toList());
    }

    void release(List<Duty> released) {
        batches.batchUpdate(
                "update duty set member_id = null, status = 'open', reason = ? where id = ?",
                released.stream()
                        .map(duty -> new @Nullable Object[] {duty.reason(), Ids.bytes(duty.id())})
                        .toList());
    }

    private static @Nullable Object[] columns(Duty duty) {
        return new @Nullable Object[] {
            Ids.bytes(duty.id()),
            Ids.bytes(duty.association()),
            Ids.bytes(duty.planId()),
            Ids.bytes(duty.institutionId()),
            Ids.bytesOrNull(duty.memberId()),
            duty.date(),
            duty.shift(),
            duty.specialty(),
            Timestamp.from(duty.startsAt()),
            Timestamp.from(duty.endsAt()),
            duty.night(),
            duty.status().code(),
            duty.reason()
        };
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("plan_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Ids.uuidOrNull(row.getBytes("member_id")),
                row.getObject("work_date", LocalDate.class),
                row.getString("shift"),
                row.getString("specialty"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("night"),
                DutyStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"));
    }
}
