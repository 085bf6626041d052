package org.yilianti.rotation.roster;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final int ROWS_AT_ONCE = 2_000;

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
                .param("afterDate", after == null ? null : after.date(0))
                .param("afterId", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query(DutyRows::duty)
                .list();
    }

    public List<Duty> ofPlan(UUID planId) {
        return jdbc.sql("select d.* from duty d where d.plan_id = ? order by d.id")
                .param(Ids.bytes(planId))
                .query(DutyRows::duty)
                .list();
    }

    /** The duties in force that these members work. */
    List<Duty> inForceOf(UUID association, Collection<UUID> memberIds) {
        return jdbc.sql(
                        "select d.* from duty d where d.association_id = :association and d.member_id in (:members) and "
                                + IN_FORCE + " order by d.id")
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .query(DutyRows::duty)
                .list();
    }

    /** The duties in force that these members work between the dates ({@code to} exclusive), by member. */
    public Map<UUID, List<Duty>> inForceBetween(
            UUID association, Collection<UUID> memberIds, LocalDate from, LocalDate to) {
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
                .query(DutyRows::duty)
                .list()
                .stream()
                .collect(Collectors.groupingBy(duty -> Objects.requireNonNull(duty.memberId())));
    }

    /** The duties in force of a site or a person that the caller may see, by date; {@code to} is exclusive. */
    public List<Duty> inForceSeen(
            Sight sight, @Nullable UUID institution, @Nullable UUID member, LocalDate from, LocalDate to) {
        return sight.bind(jdbc.sql(
                        """
                        select d.* from duty d where %s and %s and (:institution is null or d.institution_id = :institution)
                            and (:member is null or d.member_id = :member) and d.work_date >= :from and d.work_date < :to
                        order by d.work_date, d.starts_at, d.id
                        """.formatted(sight.sql("d.association_id", "d.member_id", "d.institution_id"), IN_FORCE)))
                .param("institution", Ids.bytesOrNull(institution))
                .param("member", Ids.bytesOrNull(member))
                .param("from", from)
                .param("to", to)
                .query(DutyRows::duty)
                .list();
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
                .query(DutyRows::duty)
                .list()
                .stream()
                .collect(Collectors.toMap(Duty::id, Function.identity()));
    }

    /** A month of ten thousand people is more than the driver can turn into one statement: its values are held several times over. */
    public void insert(List<Duty> duties) {
        for (int from = 0; from < duties.size(); from += ROWS_AT_ONCE) {
            List<Duty> some = duties.subList(from, Math.min(duties.size(), from + ROWS_AT_ONCE));
            batches.batchUpdate(
                    DutyRows.INSERT, some.stream().map(DutyRows::columns).toList());
        }
    }

    /** Keeps who has these duties now. */
    void update(List<Duty> changed) {
        batches.batchUpdate(
                "update duty set member_id = ?, status = ?, reason = ?, version = ? where id = ?",
                changed.stream()
                        .map(duty -> new @Nullable Object[] {
                            Ids.bytesOrNull(duty.memberId()),
                            duty.status().code(),
                            duty.reason(),
                            duty.version(),
                            Ids.bytes(duty.id())
                        })
                        .toList());
    }

    /** As {@link #update}, for duties that change hands among each other: nobody has two of a day even for a moment. */
    void exchange(List<Duty> changed, Instant now) {
        batches.batchUpdate(
                "update duty set member_id = null, status = 'open', reason = 'exchange', handed_over_at = ? where id = ?",
                changed.stream()
                        .map(duty -> new Object[] {Timestamp.from(now), Ids.bytes(duty.id())})
                        .toList());
        update(changed);
    }

    /** How many duties of a plan somebody was given after this moment. */
    public int handedOverSince(UUID planId, Instant moment) {
        return jdbc.sql("select count(*) from duty where plan_id = ? and member_id is not null and handed_over_at > ?")
                .params(Ids.bytes(planId), Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    /** Holds the plans of these duties until the transaction ends: no newer plan can take their place meanwhile. */
    void lockPlans(UUID association, Collection<UUID> dutyIds) {
        jdbc.sql("""
                        select p.id from roster_plan p where p.association_id = :association
                            and p.id in (select d.plan_id from duty d where d.id in (:ids)) order by p.id for update
                        """)
                .param("association", Ids.bytes(association))
                .param("ids", dutyIds.stream().map(Ids::bytes).toList())
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** Those of {@code ids} that are in force, by id, held until the transaction ends. */
    Map<UUID, Duty> lock(UUID association, Collection<UUID> ids) {
        jdbc.sql("select id from duty where association_id = :association and id in (:ids) order by id for update")
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> row.getBytes(1))
                .list();
        return inForce(association, ids);
    }

    /** A duty of any plan, also of a draft, that the caller may see. */
    public Optional<Duty> findPlanned(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select d.* from duty d where d.id = :id and "
                        + sight.sql("d.association_id", "null", "d.institution_id")))
                .param("id", Ids.bytes(id))
                .query(DutyRows::duty)
                .optional();
    }

    /** A duty in force that the caller may see. */
    public Optional<Duty> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select d.* from duty d where d.id = :id and " + IN_FORCE + " and "
                        + sight.sql("d.association_id", "d.member_id", "d.institution_id")))
                .param("id", Ids.bytes(id))
                .query(DutyRows::duty)
                .optional();
    }
}
