package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.table.WorkbookFile;

/** R13: workbooks as they are written and as they are read. */
class WorkbookTests {

    private static final long LIMIT = 8 << 20;

    private static final Template PETS = Template.of("pets").columns("code", "born");

    private static String read(byte[] workbook) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (WorkbookFile book = WorkbookFile.open(workbook, LIMIT)) {
            new WorkbookReading(PETS, text).read(book);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** A workbook as a spreadsheet program would make it, with a header. */
    private static byte[] spreadsheet(Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "born");
            content.accept(sheet);
        }
        return out.toByteArray();
    }

    private static byte[] written(int maxRows, int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "pets", maxRows)) {
            book.row(List.of("code", "born"));
            for (int i = 1; i <= rows; i++) {
                book.row(Arrays.asList("P" + i, null));
            }
        }
        return out.toByteArray();
    }

    @Test
    void dateNumberAndTruthAreReadAsAnImportExpectsThem() throws IOException {
        String text = read(spreadsheet(sheet -> {
            sheet.value(1, 0, "A");
            sheet.value(1, 1, LocalDate.of(2026, 10, 31));
            sheet.style(1, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(2, 0, 12912345678L);
            sheet.value(2, 1, 0.5);
            sheet.value(3, 0, true);
            sheet.value(3, 1, 46326);
            sheet.style(3, 1).format("[Red]#,##0").set();
        }));
        assertThat(text).isEqualTo("code,born\nA,2026-10-31\n12912345678,0.5\ntrue,46326\n");
    }

    @Test
    void lineNumbersStayThoseOfTheSheet() throws IOException {
        String text = read(spreadsheet(sheet -> {
            sheet.value(3, 0, "two\nlines");
            sheet.value(5, 0, "B");
            sheet.value(7, 0, "");
        }));
        assertThat(text).isEqualTo("code,born\n\n\ntwo\u000blines,\n\nB,\n");
        ImportFile file = new ImportFile(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, PETS);
        assertThat(file.next(10)).extracting(ImportRow::line).containsExactly(4L, 6L);
    }

    @Test
    void aListThatIsTooLongForASheetGoesOnInAnotherAndIsReadAsOne() throws IOException {
        String text = read(written(4, 7));
        assertThat(text).isEqualTo("code,born\nP1,\nP2,\nP3,\nP4,\nP5,\nP6,\nP7,\n");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsDefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "pets")) {
            book.row(List.of("code", "born"));
            book.row(List.of("=1+1", "-12.5"));
        }
        assertThat(read(out.toByteArray())).isEqualTo("code,born\n'=1+1,-12.5\n");
    }

    @Test
    void aWorkbookOfAnOlderTemplateIsRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "pets")) {
            book.row(List.of("code"));
            book.next(Template.ABOUT);
            book.row(List.of("pets.v0"));
        }
        assertThatThrownBy(() -> read(out.toByteArray())).hasMessage("import.template");
    }
}
