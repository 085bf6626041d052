package org.yilianti.rotation.sheet.web;

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
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.Formulas;
import org.yilianti.rotation.sheet.SheetTable;

/** A file format of a sheet. */
enum SheetFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        byte[] write(SheetTable table) {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(table.header().stream().map(Formulas::harmless).toList());
                table.rows()
                        .forEach(row -> csv.writeRecord(
                                row.stream().map(Formulas::harmless).toList()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        byte[] write(SheetTable table) {
            var bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "yilianti", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("roster");
                sheet.value(0, 0, table.title());
                row(sheet, 1, table.header());
                for (int index = 0; index < table.rows().size(); index++) {
                    row(sheet, index + 2, table.rows().get(index));
                }
                sheet.freezePane(2, 2);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    },
    PDF("application/pdf") {
        @Override
        byte[] write(SheetTable table) {
            return WallSheet.of(table);
        }
    };

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The whole file. */
    abstract byte[] write(SheetTable table);

    String mediaType() {
        return mediaType;
    }

    /** Refuses (400) a format that is none of these. */
    static SheetFormat of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "sheet.format-unknown",
                        code,
                        Arrays.stream(values()).map(SheetFormat::extension).toList()));
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static void row(Worksheet sheet, int number, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(number, column, cells.get(column));
        }
    }
}
