package org.yilianti.staff.member;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.personal.Masked;
import org.yilianti.staff.entry.Entry;

/**
 * A telephone number.
 *
 * @param value digits, with a leading + when international
 */
public record Phone(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\+?\\d{5,17}");

    /** Reads an optional number; blanks and hyphens between digits are dropped. */
    public static @Nullable Phone read(Entry entry, String field) {
        String raw = entry.raw(field);
        if (raw == null) {
            return null;
        }
        String value = raw.replaceAll("[ -]", "");
        if (!SHAPE.matcher(value).matches()) {
            entry.fault(field, "invalid-phone");
        }
        return new Phone(value);
    }

    public String masked() {
        return Masked.allBut(4, value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
