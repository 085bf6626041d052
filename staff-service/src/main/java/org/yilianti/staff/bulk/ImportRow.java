package org.yilianti.staff.bulk;

import java.util.List;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;

/**
 * A row of a file.
 *
 * @param line where it starts; the header is line 1
 * @param key its key as it was entered, empty when it has none
 */
record ImportRow(long line, String key, Entry entry) {

    /** A stored rejection. */
    record Rejected(long line, String key, List<Fault> faults) {}

    Rejected rejection() {
        String shown = key.length() > 200 ? key.substring(0, 200) : key;
        return new Rejected(line, shown, entry.faults());
    }
}
