package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** R13: workbooks as they are written and as they are read, those that spreadsheets make and those that are made to do harm. */
class WorkbookTests {

    private static final long LIMIT = 8 << 20;

    /** A list of two columns. */
    private static final RegistryList PETS = new RegistryList() {
        @Override
        public String name() {
            return "pets";
        }

        @Override
        public List<String> columns() {
            return List.of("code", "born");
        }

        @Override
        public Taken take(Editor editor, List<Entry> entries) {
            return Taken.NOTHING;
        }

        @Override
        public void export(Export export, Consumer<List<@Nullable String>> rows) {}
    };

    private static String read(byte[] workbook) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new WorkbookLimits(LIMIT).check(workbook);
        new WorkbookReading(PETS, text).read(workbook);
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
    void aListThatIsTooLongForASheetGoesOnInAnotherAndIsReadAsOne() {
        String text = read(written(4, 7));
        assertThat(text).isEqualTo("code,born\nP1,\nP2,\nP3,\nP4,\nP5,\nP6,\nP7,\n");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsDefused() {
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

    /** A workbook with one more part: megabytes of the same byte. */
    private static byte[] bomb(String part, byte filling, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] million = new byte[1 << 20];
        Arrays.fill(million, filling);
        try (ZipFile original = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(written(10, 1)))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(original.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                original.getInputStream(entry).transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < megabytes; i++) {
                zip.write(million);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aZipBombIsRefusedBeforeItIsRead() throws IOException {
        byte[] bomb = bomb("xl/media/picture.png", (byte) '<', 64);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> read(bomb)).hasMessage("import.workbook-too-large");
    }

    @Test
    void aSingleEndlessCellIsRefused() throws IOException {
        byte[] bomb = bomb("xl/sharedStrings2.xml", (byte) 'a', 1);
        assertThatThrownBy(() -> read(bomb)).hasMessage("import.workbook-too-large");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("hello.txt"));
        }
        assertThatThrownBy(() -> read(zip.toByteArray())).hasMessage("import.not-xlsx");
        assertThatThrownBy(() -> read("code,born\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("import.not-xlsx");
    }

    /** Whatever a damaged workbook holds, it is read or refused; nothing else comes of it. */
    @Test
    void aDamagedWorkbookIsReadOrRefused() {
        byte[] whole = written(100, 5);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 5; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> {
                        try {
                            read(damaged);
                        } catch (Refusal refused) {
                            assertThat(refused.code()).startsWith("import.");
                        }
                    })
                    .as("round %d", round)
                    .doesNotThrowAnyException();
        }
    }
}
