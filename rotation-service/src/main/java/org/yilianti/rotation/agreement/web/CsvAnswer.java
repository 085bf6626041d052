package org.yilianti.rotation.agreement.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.yilianti.platform.table.Formulas;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.PageRequest;

/** A list as a CSV file in UTF-8, written while it is read; a cell that a spreadsheet would take for a formula is made harmless. */
public final class CsvAnswer implements AutoCloseable {

    private final CsvWriter csv;

    public CsvAnswer(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().build(text);
    }

    /** Null is an empty cell. */
    public void row(@Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> Formulas.harmless(Objects.toString(cell, "")))
                .toList());
    }

    /**
     * Reads a list to its end, page by page.
     *
     * @param read gives up to one row more than the page holds
     * @param key the sort key of a row
     */
    public static <T> void pages(Function<PageRequest, List<T>> read, Function<T, Cursor> key, Consumer<List<T>> page) {
        Cursor after = null;
        boolean more = true;
        while (more) {
            PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, after);
            List<T> rows = read.apply(request);
            more = rows.size() > request.limit();
            List<T> items = more ? rows.subList(0, request.limit()) : rows;
            page.accept(items);
            after = more ? key.apply(items.getLast()) : null;
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
