package org.yilianti.rotation.demand;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The demands of all institutions. */
@Repository
public class DutyDemands {

    private record Code(UUID demand, String shift) {}

    private record Row(UUID demand, DemandShift shift) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DutyDemands(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The demands of these institutions in a month, in the order of the institutions' ids; one without a demand has no entry. */
    public List<DutyDemand> of(UUID association, Collection<UUID> institutionIds, YearMonth month) {
        return of(association, institutionIds, List.of(month));
    }

    /** What the shifts of these institutions and months ask beside numbers of people: three queries. */
    public DemandedRules rules(UUID association, Collection<UUID> institutionIds, Collection<YearMonth> months) {
        Map<DemandedRules.Key, ShiftRules> rules = new HashMap<>();
        for (DutyDemand demand : of(association, institutionIds, months)) {
            for (DemandShift shift : demand.shifts()) {
                if (!shift.rules().equals(ShiftRules.NONE)) {
                    rules.put(
                            new DemandedRules.Key(demand.institutionId(), demand.month(), shift.code()), shift.rules());
                }
            }
        }
        return new DemandedRules(rules);
    }

    private List<DutyDemand> of(UUID association, Collection<UUID> institutionIds, Collection<YearMonth> months) {
        if (institutionIds.isEmpty() || months.isEmpty()) {
            return List.of();
        }
        return withShifts(jdbc.sql("""
                        select * from duty_demand where association_id = :association and month in (:months)
                            and institution_id in (:institutions) order by institution_id, month
                        """)
                .param("association", Ids.bytes(association))
                .param("months", months.stream().map(YearMonth::toString).toList())
                .param("institutions", institutionIds.stream().map(Ids::bytes).toList())
                .query(DemandRows::demand)
                .list());
    }

    /** Those the caller may see. */
    public List<DutyDemand> list(Sight sight, @Nullable UUID institution, @Nullable YearMonth month, PageRequest page) {
        var after = page.after();
        return withShifts(sight.bind(jdbc.sql("""
                        select d.* from duty_demand d
                        where %s and (:institution is null or d.institution_id = :institution)
                            and (:month is null or d.month = :month) and (:after is null or d.id > :after)
                        order by d.id limit :limit
                        """.formatted(seen(sight))))
                .param("institution", Ids.bytesOrNull(institution))
                .param("month", month == null ? null : month.toString())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(DemandRows::demand)
                .list());
    }

    public Optional<DutyDemand> find(Sight sight, UUID id) {
        return withShifts(sight.bind(jdbc.sql("select d.* from duty_demand d where d.id = :id and " + seen(sight)))
                        .param("id", Ids.bytes(id))
                        .query(DemandRows::demand)
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether a published plan rests on the demand. */
    boolean published(DutyDemand demand) {
        return jdbc.sql("""
                        select count(*) from roster_plan p join roster_plan_institution i on i.plan_id = p.id
                        where p.association_id = ? and p.month = ? and p.status = 'published' and i.institution_id = ?
                        """)
                        .params(
                                Ids.bytes(demand.association()),
                                demand.month().toString(),
                                Ids.bytes(demand.institutionId()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(DutyDemand demand, String statedBy) {
        batches.update(
                "insert into duty_demand (id, association_id, version, institution_id, month, stated_by) values (?, ?, ?, ?, ?, ?)",
                Ids.bytes(demand.id()),
                Ids.bytes(demand.association()),
                demand.version(),
                Ids.bytes(demand.institutionId()),
                demand.month().toString(),
                statedBy);
        insertShifts(demand);
    }

    /** Puts these shifts in the place of all there were; false when somebody else has changed the demand meanwhile. */
    boolean update(DutyDemand changed, String statedBy) {
        byte[] id = Ids.bytes(changed.id());
        boolean won = batches.update(
                        "update duty_demand set version = ?, stated_by = ? where id = ? and version = ?",
                        changed.version(),
                        statedBy,
                        id,
                        changed.version() - 1)
                == 1;
        if (won) {
            batches.update("delete from duty_demand_forbidden where demand_id = ?", id);
            batches.update("delete from duty_demand_shift where demand_id = ?", id);
            insertShifts(changed);
        }
        return won;
    }

    private void insertShifts(DutyDemand demand) {
        batches.batchUpdate(
                DemandRows.INSERT_SHIFT,
                IntStream.range(0, demand.shifts().size())
                        .mapToObj(position -> DemandRows.columns(
                                demand.id(), position, demand.shifts().get(position)))
                        .toList());
        batches.batchUpdate(
                "insert into duty_demand_forbidden (demand_id, code, next_code) values (?, ?, ?)",
                demand.shifts().stream()
                        .flatMap(shift -> shift.rules().forbiddenNext().stream()
                                .map(next -> new Object[] {Ids.bytes(demand.id()), shift.code(), next}))
                        .toList());
    }

    private List<DutyDemand> withShifts(List<DutyDemand> demands) {
        if (demands.isEmpty()) {
            return demands;
        }
        List<byte[]> ids = demands.stream().map(one -> Ids.bytes(one.id())).toList();
        Map<Code, Set<String>> forbidden = forbidden(ids);
        Map<UUID, List<DemandShift>> shifts = jdbc
                .sql("select * from duty_demand_shift where demand_id in (:ids) order by demand_id, position")
                .param("ids", ids)
                .query((row, number) -> {
                    UUID demand = Ids.uuid(row.getBytes("demand_id"));
                    var next = forbidden.getOrDefault(new Code(demand, row.getString("code")), Set.of());
                    return new Row(demand, DemandRows.shift(row, next));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::demand, Collectors.mapping(Row::shift, Collectors.toList())));
        return demands.stream()
                .map(one -> one.of(shifts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Code, Set<String>> forbidden(List<byte[]> ids) {
        Map<Code, Set<String>> forbidden = new HashMap<>();
        jdbc.sql("select * from duty_demand_forbidden where demand_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    forbidden
                            .computeIfAbsent(
                                    new Code(Ids.uuid(row.getBytes("demand_id")), row.getString("code")),
                                    shift -> new HashSet<>())
                            .add(row.getString("next_code"));
                });
        return forbidden;
    }

    private static String seen(Sight sight) {
        return sight.sql("d.association_id", "null", "d.institution_id");
    }
}
