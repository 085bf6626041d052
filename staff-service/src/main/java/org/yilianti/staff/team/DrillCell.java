package org.yilianti.staff.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.team.Drill.Arrival;

/** Who came how soon in one cell of a sheet: {@code staff number=minutes} with a semicolon between them; no minutes: did not come. */
public final class DrillCell {

    private static final String BETWEEN = ";";

    private DrillCell() {}

    /** As it is read again, in the order of the staff numbers. */
    public static String of(List<Arrival> arrivals, Map<UUID, String> staffNos) {
        return arrivals.stream()
                .map(arrival -> staffNos.getOrDefault(arrival.service(), "") + "="
                        + (arrival.minutes() == null ? "" : arrival.minutes()))
                .sorted()
                .collect(Collectors.joining(BETWEEN));
    }

    /** The cell as {@link #of} would write it: however it is spaced, in whatever order, with zeros before a number or without its end. */
    static String plain(String cell) {
        return Arrays.stream(cell.split(BETWEEN, -1))
                .map(part -> part.split("=", 2))
                .map(values -> values[0].strip() + "="
                        + (values.length > 1 ? values[1].strip().replaceFirst("^0+(?=\\d)", "") : ""))
                .sorted()
                .collect(Collectors.joining(BETWEEN));
    }

    /**
     * Reads column {@code arrivals} as a form does; each fault is one of the column.
     *
     * @param services of those who serve in the team, by staff number
     */
    static List<Arrival> read(Entry entry, Map<String, TeamMember> services) {
        String cell = entry.raw("arrivals");
        List<UUID> called = new ArrayList<>();
        List<String> minutes = new ArrayList<>();
        for (String part : cell == null ? new String[0] : cell.split(BETWEEN, -1)) {
            String[] values = part.split("=", 2);
            TeamMember service = services.get(values[0].strip());
            if (service == null) {
                entry.fault("arrivals", "unknown-team-member", values[0].strip());
                return List.of();
            }
            called.add(service.id());
            minutes.add(values.length > 1 ? values[1] : "");
        }
        Entry reading = new Entry(field -> minutes.get(Integer.parseInt(field.split("/", -1)[1])));
        List<Arrival> arrivals = DrillBook.arrivals(
                reading, called, services.values().stream().map(TeamMember::id).toList());
        entry.adopt(reading);
        return arrivals;
    }
}
