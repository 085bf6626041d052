package org.yilianti.staff.team;

import java.util.List;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.team.EmergencyTeam.Details;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;

/** What a team needs in one cell of a sheet: {@code skill=count} with a semicolon between them. */
public final class TeamSheet {

    private static final String BETWEEN = ";";

    private TeamSheet() {}

    /** As it is read again. */
    public static String cell(List<SkillNeed> needs) {
        return String.join(
                BETWEEN,
                needs.stream().map(need -> need.skill() + "=" + need.atLeast()).toList());
    }

    /** Reads a row as a form, its needs one by one. */
    static Details details(Entry entry) {
        String cell = entry.raw("needs");
        String[] needs = cell == null ? new String[0] : cell.split(BETWEEN, -1);
        Entry reading = new Entry(field -> field.startsWith("needs/") ? part(needs, field) : entry.raw(field));
        Details details = TeamManagement.details(reading, needs.length);
        entry.adopt(reading);
        return details;
    }

    /** A part of the cell by the field that a form has for it, such as {@code needs/0/skill}. */
    private static String part(String[] needs, String field) {
        String[] path = field.split("/", -1);
        String[] values = needs[Integer.parseInt(path[1])].split("=", 2);
        int part = path[2].equals("skill") ? 0 : 1;
        return part < values.length ? values[part] : "";
    }
}
