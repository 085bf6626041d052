package org.yilianti.rotation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilianti.platform.problem.Refusal;

/** M7: lists of an office are read as they were written, and what is no list is refused as a whole. */
class TableFileTests {

    private static final List<String> COLUMNS = List.of("staff_no", "date");

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsReadBackAndNoCellIsAFormula(TableFormat format) throws IOException {
        var sheet = new TableSheet(
                "wishes",
                List.of("staff_no", "name", "date"),
                List.of(
                        List.of("007", "李\"小\"龙, 护士", "2026-10-01"),
                        List.of("=1+1", "-王", "2026-10-02"),
                        List.of("'quoted", "@x", "")));
        byte[] file = TableWriting.write(format, List.of(sheet, new TableSheet("codes", List.of("a"), List.of())));
        List<TableRow> rows = read(format, file);
        assertThat(rows).extracting(row -> row.get("staff_no")).containsExactly("007", "=1+1", "'quoted");
        assertThat(rows).extracting(row -> row.get("name")).containsExactly("李\"小\"龙, 护士", "-王", "@x");
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.getLast().get("date")).isEmpty();
        if (format == TableFormat.CSV) {
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .startsWith("\uFEFF")
                    .contains("'=1+1,'-王", ",'@x");
        }
    }

    @Test
    void columnsStandInAnyOrderEmptyLinesAreSkippedAndLinesAreThoseOfTheFile() throws IOException {
        String text = "date,more,staff_no\r\n\r\n2026-10-01,x,A\r\n,,\r\n\"2026-10-02\",\"two\nlines\",B\r\n,,C";
        List<TableRow> rows = read(TableFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(row -> row.get("staff_no")).containsExactly("A", "B", "C");
        assertThat(rows).extracting(TableRow::line).containsExactly(3L, 5L, 7L);
    }

    @Test
    void aChineseSpreadsheetsCsvIsReadInItsOwnCharset() throws IOException {
        byte[] file = "staff_no,date\n护士一,2026-10-01\n".getBytes(Charset.forName("GB18030"));
        assertThat(read(TableFormat.CSV, file).getFirst().get("staff_no")).isEqualTo("护士一");
    }

    @Test
    void aWorkbookSaysDaysAsDaysAndNumbersPlainly() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("any");
            sheet.value(0, 0, "staff_no");
            sheet.value(0, 1, "date");
            sheet.value(1, 0, 100_023);
            sheet.value(1, 1, LocalDate.of(2026, 10, 3));
            sheet.style(1, 1).format("yyyy/m/d").set();
        }
        TableRow row = read(TableFormat.XLSX, bytes.toByteArray()).getFirst();
        assertThat(row.get("staff_no")).isEqualTo("100023");
        assertThat(row.get("date")).isEqualTo("2026-10-03");
    }

    @Test
    void whatIsNoListIsRefusedWithTheReason() throws IOException {
        refused(TableFormat.CSV, "", "table.empty");
        refused(TableFormat.CSV, "staff_no\nA", "table.column-missing");
        refused(TableFormat.CSV, "staff_no,date,date\nA,1,2", "table.column-twice");
        refused(TableFormat.CSV, "staff_no,date\n" + "A,2026-10-01\n".repeat(20_001), "table.too-many-rows");
        refused(TableFormat.CSV, "x".repeat((8 << 20) + 1), "table.too-large");
        refused(TableFormat.XLSX, "staff_no,date", "table.no-workbook");
        assertThatThrownBy(() -> read(TableFormat.CSV, new byte[] {'a', (byte) 0xff, (byte) 0xff}))
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("table.charset");
        assertThatThrownBy(() -> read(TableFormat.XLSX, bomb()))
                .as("80 MB of nothing in a few kilobytes")
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("table.too-large");
        assertThatThrownBy(() -> TableFormat.ofExtension("pdf"))
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("table.format-unknown");
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] tags = "<c/>".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
            for (int megabyte = 0; megabyte < 80; megabyte++) {
                zip.write(tags);
            }
        }
        return bytes.toByteArray();
    }

    private static void refused(TableFormat format, String text, String code) {
        assertThatThrownBy(() -> read(format, text.getBytes(StandardCharsets.UTF_8)))
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(code);
    }

    private static List<TableRow> read(TableFormat format, byte[] file) throws IOException {
        return new TableReading(COLUMNS).read(format, new ByteArrayInputStream(file));
    }
}
