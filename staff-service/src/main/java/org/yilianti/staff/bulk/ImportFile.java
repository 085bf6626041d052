package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.Formulas;
import org.yilianti.staff.entry.Entry;

/** A CSV file (RFC 4180) read once from the start, batch by batch. */
final class ImportFile implements AutoCloseable {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> indexByField = new HashMap<>();
    private final List<String> keyFields;
    private final int width;
    private final Set<String> seenKeys = new HashSet<>();

    /** Reads the header; refuses (422) one that is not the list's template in any order of columns. */
    ImportFile(InputStream content, Charset charset, Template template) {
        reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(content, charset);
        records = reader.iterator();
        List<String> header = records.hasNext() ? records.next().getFields() : List.of();
        for (int i = 0; i < header.size(); i++) {
            indexByField.put(Entry.field(header.get(i).strip()), i);
        }
        keyFields = template.header().stream()
                .limit(template.keys())
                .map(Entry::field)
                .toList();
        width = header.size();
        requireTemplate(header, template);
    }

    private static void requireTemplate(List<String> header, Template template) {
        List<String> columns = header.stream().map(String::strip).toList();
        List<String> missing = new ArrayList<>(template.header());
        missing.removeAll(columns);
        List<String> unknown = new ArrayList<>(columns);
        template.header().forEach(unknown::remove); // one occurrence each, so a repeated column stays
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw Refusal.invalid(
                    "import.header", template.name(), String.join(", ", missing), String.join(", ", unknown));
        }
    }

    /** Passes over rows that are done, remembering their keys; a file that ends earlier is an error of the caller. */
    void skip(long rows) {
        for (long i = 0; i < rows; i++) {
            seenKeys.add(key(records.next()));
        }
    }

    /** The next rows, fewer than {@code limit} only at the end of the file. */
    List<ImportRow> next(int limit) {
        List<ImportRow> rows = new ArrayList<>();
        while (rows.size() < limit && records.hasNext()) {
            rows.add(row(records.next()));
        }
        return rows;
    }

    private ImportRow row(CsvRecord csv) {
        Entry entry = new Entry(field -> cell(csv, field));
        String key = key(csv);
        if (csv.getFieldCount() != width) {
            entry.fault("", "wrong-column-count", width, csv.getFieldCount());
        } else if (!key.isEmpty() && !seenKeys.add(key)) {
            entry.fault(keyFields.getLast(), "duplicate-key", key);
        }
        return new ImportRow(csv.getStartingLineNumber(), key, entry);
    }

    /** Its parts joined by a blank; empty when one is missing, for then nobody can say what it is the key of. */
    private String key(CsvRecord csv) {
        List<String> parts = keyFields.stream()
                .map(field -> Objects.requireNonNullElse(cell(csv, field), "").strip())
                .toList();
        return parts.contains("") ? "" : String.join(" ", parts);
    }

    private @Nullable String cell(CsvRecord csv, String field) {
        Integer index = indexByField.get(field);
        return index == null || index >= csv.getFieldCount() ? null : Formulas.original(csv.getField(index));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
