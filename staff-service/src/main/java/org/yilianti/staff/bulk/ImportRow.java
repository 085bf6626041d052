package org.yilianti.staff.bulk;

import org.yilianti.staff.entry.Entry;

/**
 * A row of a file.
 *
 * @param line where it starts; the header is line 1
 * @param key its key as it was entered, empty when it has none
 */
record ImportRow(long line, String key, Entry entry) {

    ImportResult rejection() {
        String shown = key.length() > 200 ? key.substring(0, 200) : key;
        return new ImportResult(line, shown, entry.faults());
    }
}
