package org.yilianti.rotation.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yilianti.platform.table.Formulas;

/** Writes lists as files; every cell is text, so that numbers keep their leading zeros. */
public final class TableWriting {

    private TableWriting() {}

    /** The whole file; of CSV, which has no sheets, the first one. */
    public static byte[] write(TableFormat format, List<TableSheet> sheets) {
        try {
            return format == TableFormat.CSV ? csv(sheets.getFirst()) : workbook(sheets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] csv(TableSheet sheet) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(sheet.header());
            sheet.rows()
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(Formulas::harmless).toList()));
        }
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(List<TableSheet> sheets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "yilianti", "1.0")) {
            for (TableSheet sheet : sheets) {
                Worksheet written = workbook.newWorksheet(sheet.name());
                write(written, 0, sheet.header());
                for (int row = 0; row < sheet.rows().size(); row++) {
                    write(written, row + 1, sheet.rows().get(row));
                }
                written.freezePane(0, 1);
                written.finish();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, Formulas.harmless(cells.get(column)));
            }
        }
    }
}
