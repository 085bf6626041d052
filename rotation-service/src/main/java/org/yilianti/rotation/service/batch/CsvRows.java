package org.yilianti.rotation.service.batch;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.CsvLines;

/** The rows of a CSV file in UTF-8, with or without a byte order mark, under a header with all columns that are needed. */
final class CsvRows implements Iterator<RawRow> {

    private static final List<String> REQUIRED =
            List.of("source_id", "staff_no", "institution_code", "kind", "started_at", "ended_at");

    private final InputStream file;
    private @Nullable CsvLines lines;
    private List<String> header = List.of();

    CsvRows(InputStream file) {
        this.file = file;
    }

    /** Refuses (422) a file without a column that is needed. */
    @Override
    public boolean hasNext() {
        return lines().hasNext();
    }

    private CsvLines lines() {
        CsvLines open = lines == null ? CsvLines.even(file, StandardCharsets.UTF_8) : lines;
        if (lines == null) {
            lines = open;
            header = open.hasNext() ? open.next().cells() : List.of();
            REQUIRED.stream()
                    .filter(column -> open.hasNext() && !header.contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw Refusal.invalid("service-import.column-missing", column);
                    });
        }
        return open;
    }

    @Override
    public RawRow next() {
        List<String> cells = lines().next().cells();
        return new RawRow(
                cell(cells, "source_id"),
                cell(cells, "staff_no"),
                cell(cells, "institution_code"),
                cell(cells, "kind"),
                cell(cells, "started_at"),
                cell(cells, "ended_at"),
                cell(cells, "duty_id"),
                cell(cells, "call_up"));
    }

    private @Nullable String cell(List<String> cells, String column) {
        int at = header.indexOf(column);
        return at < 0 ? null : cells.get(at);
    }
}
