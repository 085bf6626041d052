package org.yilianti.incentive.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;

/** Files as people and banks send them (I1, I3, I9). */
class SheetFileTests {

    private static final List<List<String>> ROWS = List.of(List.of("序号", "退回原因"), List.of("2", "户名不符"));

    @Test
    void aCsvIsReadWithAndWithoutAByteOrderMark() {
        for (String mark : List.of("", "\uFEFF")) {
            assertThat(cells((mark + "序号,退回原因\n2,户名不符\n").getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void aWorkbookIsReadAsItsTextsAre() {
        assertThat(cells(SheetFormat.XLSX.write("pay", ROWS))).isEqualTo(ROWS);
    }

    @Test
    void aLineNumberThatASpreadsheetMadeANumberStaysOne() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bank", "1.0")) {
            Worksheet sheet = book.newWorksheet("returns");
            sheet.value(0, 0, "line");
            sheet.value(1, 0, 2);
        }
        assertThat(cells(bytes.toByteArray())).isEqualTo(List.of(List.of("line"), List.of("2")));
    }

    @Test
    void whatIsNoFileOfEitherKindIsRefused() throws Exception {
        assertRefused("序号,退回原因".getBytes(Charset.forName("GBK")));
        assertRefused("PK and nothing more".getBytes(StandardCharsets.UTF_8));
        assertRefused(zip(new byte[0]));
    }

    @Test
    void aWorkbookThatUnpacksToFarTooMuchIsRefusedBeforeItIsRead() throws Exception {
        byte[] bomb = zip(new byte[40 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb);
    }

    /** Security: formulas are escaped, and what was escaped is read as it was. */
    @Test
    void aCellThatASpreadsheetWouldTakeForAFormulaIsEscapedAndReadBackAsItWas() {
        List<String> cells = List.of("=1+1", "+8", "-5", "@x", "'=1", "''-1", "'quoted'", "a=b", "\tx", "end");
        for (SheetFormat format : SheetFormat.values()) {
            assertThat(cells(format.write("t", List.of(cells, List.of("end")))).getFirst())
                    .as(format.name())
                    .isEqualTo(cells);
        }
        String csv = new String(SheetFormat.CSV.write("t", List.of(cells)), StandardCharsets.UTF_8);
        assertThat(csv.substring(1).split(",", -1)).startsWith("'=1+1", "'+8", "'-5", "'@x", "''=1", "'''-1");
    }

    @Test
    void aNumberHasTheDigitsThatASpreadsheetShows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "people", "1.0")) {
            Worksheet sheet = book.newWorksheet("s");
            sheet.value(2, 0, 0.1 + 0.2);
            sheet.value(2, 1, 0.9999);
            sheet.value(2, 2, 1234567);
        }
        assertThat(SheetFile.rows(bytes.toByteArray()))
                .containsExactly(new SheetRow(3, List.of("0.3", "0.9999", "1234567")));
    }

    @Test
    void aRowThatClaimsHundredsOfCellsIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "people", "1.0")) {
            book.newWorksheet("s").value(0, 16_000, "far");
        }
        assertRefused(bytes.toByteArray());
    }

    private static List<List<String>> cells(byte[] content) {
        return SheetFile.rows(content).stream().map(SheetRow::cells).toList();
    }

    private static byte[] zip(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] content) {
        assertThatThrownBy(() -> SheetFile.rows(content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("sheet.unreadable"));
    }
}
