package org.yilianti.rotation.service.batch;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.UnreadableTableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Reads a file row by row; neither it nor its rows are ever held as a whole. What cannot be read is refused (422). */
final class ServiceFile {

    private final Iterator<RawRow> rows;

    private ServiceFile(Iterator<RawRow> rows) {
        this.rows = rows;
    }

    static ServiceFile open(InputStream file, boolean csv, ObjectMapper json) {
        return csv ? new ServiceFile(new CsvRows(file)) : json(file, json);
    }

    /** The next rows, at most {@code most}; fewer at the end of the file. */
    List<RawRow> next(int most) {
        List<RawRow> next = new ArrayList<>();
        try {
            while (next.size() < most && rows.hasNext()) {
                next.add(rows.next());
            }
            return next;
        } catch (UnreadableTableException malformed) {
            throw Refusal.invalid("service-import.unreadable", String.valueOf(malformed.getMessage()));
        } catch (JacksonException malformed) {
            throw Refusal.invalid("service-import.unreadable", malformed.getOriginalMessage());
        }
    }

    /** An array of objects with the fields of {@link RawRow}. */
    private static ServiceFile json(InputStream file, ObjectMapper json) {
        return new ServiceFile(json.readerFor(RawRow.class).readValues(file));
    }
}
