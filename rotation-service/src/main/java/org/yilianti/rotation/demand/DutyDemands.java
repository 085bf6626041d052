package org.yilianti.rotation.demand;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.StaffCategory;

/** The demands of all institutions. */
@Repository
public class DutyDemands {

    private static final RowMapper<DutyDemand> DEMAND = (row, number) -> new DutyDemand(
            Ids.uuid(row.getBytes("id")),
            Ids.uuid(row.getBytes("association_id")),
            row.getLong("version"),
            Ids.uuid(row.getBytes("institution_id")),
            YearMonth.parse(row.getString("month")),
            List.of());
    private static final RowMapper<DemandShift> SHIFT = (row, number) -> new DemandShift(
            row.getString("code"),
            row.getString("name"),
            LocalTime.ofSecondOfDay(row.getInt("start_minute") * 60L),
            row.getInt("minutes"),
            row.getBoolean("night"),
            StaffCategory.ofCode(row.getString("category")),
            row.getString("specialty"),
            weekdays(row.getString("weekdays")),
            row.getInt("minimum"),
            row.getInt("desired"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DutyDemands(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The demands of these institutions in a month, in the order of the institutions' ids; one without a demand has no entry. */
    public List<DutyDemand> of(UUID association, Collection<UUID> institutionIds, YearMonth month) {
        return withShifts(jdbc.sql("""
                        select * from duty_demand where association_id = :association and month = :month
                            and institution_id in (:institutions) order by institution_id
                        """)
                .param("association", Ids.bytes(association))
                .param("month", month.toString())
                .param("institutions", institutionIds.stream().map(Ids::bytes).toList())
                .query(DEMAND)
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
                        """.formatted(sight.sql("d.association_id", "null", "d.institution_id"))))
                .param("institution", Ids.bytesOrNull(institution))
                .param("month", month == null ? null : month.toString())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(DEMAND)
                .list());
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
        batches.batchUpdate(
                """
                insert into duty_demand_shift (demand_id, position, code, name, start_minute, minutes, night, category, specialty,
                    weekdays, minimum, desired) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, demand.shifts().size())
                        .mapToObj(position ->
                                columns(demand.id(), position, demand.shifts().get(position)))
                        .toList());
    }

    private static @Nullable Object[] columns(UUID demand, int position, DemandShift shift) {
        return new @Nullable Object[] {
            Ids.bytes(demand),
            position,
            shift.code(),
            shift.name(),
            shift.startMinute(),
            shift.minutes(),
            shift.night(),
            shift.category().code(),
            shift.specialty(),
            EnumSet.copyOf(shift.weekdays()).stream().map(Weekdays::format).collect(Collectors.joining(",")),
            shift.minimum(),
            shift.desired()
        };
    }

    private List<DutyDemand> withShifts(List<DutyDemand> demands) {
        record Row(UUID demand, DemandShift shift) {}
        if (demands.isEmpty()) {
            return demands;
        }
        Map<UUID, List<DemandShift>> shifts = jdbc
                .sql("select * from duty_demand_shift where demand_id in (:ids) order by demand_id, position")
                .param("ids", demands.stream().map(one -> Ids.bytes(one.id())).toList())
                .query((row, number) -> new Row(Ids.uuid(row.getBytes("demand_id")), SHIFT.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::demand, Collectors.mapping(Row::shift, Collectors.toList())));
        return demands.stream()
                .map(one -> new DutyDemand(
                        one.id(),
                        one.association(),
                        one.version(),
                        one.institutionId(),
                        one.month(),
                        shifts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Set<DayOfWeek> weekdays(String stored) {
        return Arrays.stream(stored.split(",")).map(Weekdays::parse).collect(Collectors.toSet());
    }
}
