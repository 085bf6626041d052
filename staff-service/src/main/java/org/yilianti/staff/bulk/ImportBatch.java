package org.yilianti.staff.bulk;

import java.util.List;
import org.yilianti.staff.entry.Entry;

/**
 * Rows that are taken together.
 *
 * @param position rows before them
 * @param bytesRead of the file, with them
 * @param last no row follows
 */
record ImportBatch(long position, List<ImportRow> rows, long bytesRead, boolean last) {

    List<Entry> entries() {
        return rows.stream()
                .map(ImportRow::entry)
                .filter(entry -> !entry.faulty())
                .toList();
    }
}
