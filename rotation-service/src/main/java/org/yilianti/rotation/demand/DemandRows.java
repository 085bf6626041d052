package org.yilianti.rotation.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.demand.ShiftRules.ShiftWeights;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/** The way between a demand and its rows. */
final class DemandRows {

    static final String INSERT_SHIFT = """
            insert into duty_demand_shift (demand_id, position, code, name, start_minute, minutes, night, category, specialty,
                weekdays, minimum, desired, least_title, most_per_person, weight_below_minimum, weight_below_desired,
                weight_above_desired) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private DemandRows() {}

    static DutyDemand demand(ResultSet row, int number) throws SQLException {
        return new DutyDemand(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("institution_id")),
                YearMonth.parse(row.getString("month")),
                List.of());
    }

    static DemandShift shift(ResultSet row, Set<String> forbiddenNext) throws SQLException {
        return new DemandShift(
                row.getString("code"),
                row.getString("name"),
                LocalTime.ofSecondOfDay(row.getInt("start_minute") * 60L),
                row.getInt("minutes"),
                row.getBoolean("night"),
                StaffCategory.ofCode(row.getString("category")),
                row.getString("specialty"),
                weekdays(row.getString("weekdays")),
                row.getInt("minimum"),
                row.getInt("desired"),
                rules(row, forbiddenNext));
    }

    static ShiftRules rules(ResultSet row, Set<String> forbiddenNext) throws SQLException {
        String title = row.getString("least_title");
        Integer belowMinimum = row.getObject("weight_below_minimum", Integer.class);
        return new ShiftRules(
                title == null ? null : Title.ofCode(title),
                row.getObject("most_per_person", Integer.class),
                forbiddenNext,
                belowMinimum == null
                        ? null
                        : new ShiftWeights(
                                belowMinimum, row.getInt("weight_below_desired"), row.getInt("weight_above_desired")));
    }

    static @Nullable Object[] columns(UUID demand, int position, DemandShift shift) {
        Title title = shift.rules().leastTitle();
        ShiftWeights weights = shift.rules().weights();
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
            shift.desired(),
            title == null ? null : title.code(),
            shift.rules().mostPerPerson(),
            weights == null ? null : weights.belowMinimum(),
            weights == null ? null : weights.belowDesired(),
            weights == null ? null : weights.aboveDesired()
        };
    }

    private static Set<DayOfWeek> weekdays(String stored) {
        return Arrays.stream(stored.split(",")).map(Weekdays::parse).collect(Collectors.toSet());
    }
}
