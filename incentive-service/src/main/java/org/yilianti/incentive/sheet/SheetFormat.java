package org.yilianti.incentive.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.Formulas;

/** A form in which a table is handed out; all cells are text. */
public enum SheetFormat {
    CSV(SheetFormat.CSV_TYPE) {
        @Override
        byte[] written(String title, List<List<String>> rows) throws IOException {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                rows.forEach(row ->
                        csv.writeRecord(row.stream().map(Formulas::harmless).toList()));
            }
            return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX(SheetFormat.XLSX_TYPE) {
        @Override
        byte[] written(String title, List<List<String>> rows) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "yilianti", "1.0")) {
                Worksheet sheet = workbook.newWorksheet(title);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            }
            return bytes.toByteArray();
        }
    };

    public static final String CSV_TYPE = "text/csv;charset=UTF-8";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract byte[] written(String title, List<List<String>> rows) throws IOException;

    /** Refuses (400) a format that is neither csv nor xlsx. */
    public static SheetFormat of(String format) {
        return Arrays.stream(values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("sheet.format-unknown", format));
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole file; {@code title} names the sheet of a workbook. */
    public byte[] write(String title, List<List<String>> rows) {
        try {
            return written(title, rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The file as an answer to keep under this name. */
    public ResponseEntity<byte[]> answer(String name, String title, List<List<String>> rows) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + extension())
                                .build()
                                .toString())
                .body(write(title, rows));
    }
}
