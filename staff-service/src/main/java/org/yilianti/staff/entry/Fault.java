package org.yilianti.staff.entry;

import java.util.List;

/**
 * One thing wrong with an entry.
 *
 * @param field JSON name of the field
 * @param code machine code and message key
 * @param args values shown in the message
 */
public record Fault(String field, String code, List<Object> args) {

    /** The column of the field in a file. */
    public String column() {
        return Entry.column(field);
    }
}
