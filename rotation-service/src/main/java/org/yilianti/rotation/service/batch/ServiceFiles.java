package org.yilianti.rotation.service.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;

/** Reads files row by row; neither a file nor its rows are ever held as a whole. */
final class ServiceFiles {

    private static final List<String> REQUIRED =
            List.of("source_id", "staff_no", "institution_code", "kind", "started_at", "ended_at");

    private ServiceFiles() {}

    /** UTF-8 with a header row; refuses (422) a file without a required column or that is no CSV. */
    static void readCsv(InputStream file, Consumer<RawRow> rows) {
        boolean first = true;
        try {
            var reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(reader)) {
                if (first) {
                    requireColumns(record.getHeader());
                    first = false;
                }
                rows.accept(new RawRow(
                        field(record, "source_id"),
                        field(record, "staff_no"),
                        field(record, "institution_code"),
                        field(record, "kind"),
                        field(record, "started_at"),
                        field(record, "ended_at"),
                        field(record, "duty_id")));
            }
        } catch (CsvParseException malformed) {
            throw Refusal.invalid("service-import.unreadable", String.valueOf(malformed.getMessage()));
        }
    }

    /** An array of objects with the fields of {@link RawRow}; refuses (422) what is no such array. */
    static void readJson(InputStream file, ObjectMapper json, Consumer<RawRow> rows) {
        try {
            MappingIterator<RawRow> values = json.readerFor(RawRow.class).readValues(file);
            while (values.hasNextValue()) {
                rows.accept(values.nextValue());
            }
        } catch (JacksonException malformed) {
            throw Refusal.invalid("service-import.unreadable", malformed.getOriginalMessage());
        }
    }

    private static void requireColumns(List<String> header) {
        REQUIRED.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw Refusal.invalid("service-import.column-missing", column);
        });
    }

    private static @Nullable String field(NamedCsvRecord record, String name) {
        return record.findField(name).orElse(null);
    }
}
