package org.yilianti.staff.team;

import java.util.ArrayList;
import java.util.List;
import org.yilianti.staff.entry.Entry;

/** Skills as one cell of a file: codes with a semicolon between them. */
public final class Skills {

    private static final String BETWEEN = ";";
    private static final int MOST = 30;
    private static final int LONGEST = 50;

    private Skills() {}

    static List<String> read(Entry entry) {
        String cell = entry.optionalText("skills", MOST * (LONGEST + 1));
        List<String> read = new ArrayList<>();
        if (cell == null || entry.faulty()) {
            return read;
        }
        for (String part : cell.split(BETWEEN, -1)) {
            String skill = part.strip();
            if (skill.length() > LONGEST || !skill.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                entry.fault("skills", "invalid-code", skill);
            } else if (read.contains(skill)) {
                entry.fault("skills", "repeated", skill);
            } else {
                read.add(skill);
            }
        }
        if (read.size() > MOST) {
            entry.fault("skills", "too-many", MOST);
        }
        return read;
    }

    /** As they are read again. */
    public static String cell(List<String> skills) {
        return String.join(BETWEEN, skills);
    }
}
