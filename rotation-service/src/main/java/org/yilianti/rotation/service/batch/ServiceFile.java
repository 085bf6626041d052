package org.yilianti.rotation.service.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Reads a file row by row; neither it nor its rows are ever held as a whole. What cannot be read is refused (422). */
final class ServiceFile {

    private static final List<String> REQUIRED =
            List.of("source_id", "staff_no", "institution_code", "kind", "started_at", "ended_at");

    private final Iterator<RawRow> rows;

    private ServiceFile(Iterator<RawRow> rows) {
        this.rows = rows;
    }

    static ServiceFile open(InputStream file, boolean csv, ObjectMapper json) {
        return csv ? csv(file) : json(file, json);
    }

    /** The next rows, at most {@code most}; fewer at the end of the file. */
    List<RawRow> next(int most) {
        List<RawRow> next = new ArrayList<>();
        try {
            while (next.size() < most && rows.hasNext()) {
                next.add(rows.next());
            }
            return next;
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw Refusal.invalid("service-import.unreadable", String.valueOf(malformed.getMessage()));
        } catch (JacksonException malformed) {
            throw Refusal.invalid("service-import.unreadable", malformed.getOriginalMessage());
        }
    }

    /** UTF-8 with a header row, all columns in it that are needed. */
    private static ServiceFile csv(InputStream file) {
        var reader = new InputStreamReader(file, StandardCharsets.UTF_8);
        return new ServiceFile(StreamSupport.stream(
                        CsvReader.builder().ofNamedCsvRecord(reader).spliterator(), false)
                .map(ServiceFile::row)
                .iterator());
    }

    /** An array of objects with the fields of {@link RawRow}. */
    private static ServiceFile json(InputStream file, ObjectMapper json) {
        return new ServiceFile(json.readerFor(RawRow.class).readValues(file));
    }

    private static RawRow row(NamedCsvRecord record) {
        REQUIRED.stream()
                .filter(column -> !record.getHeader().contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw Refusal.invalid("service-import.column-missing", column);
                });
        return new RawRow(
                field(record, "source_id"),
                field(record, "staff_no"),
                field(record, "institution_code"),
                field(record, "kind"),
                field(record, "started_at"),
                field(record, "ended_at"),
                field(record, "duty_id"),
                field(record, "call_up"));
    }

    private static @Nullable String field(NamedCsvRecord record, String name) {
        return record.findField(name).orElse(null);
    }
}
