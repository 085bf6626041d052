package org.yilianti.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/** R13, M7, I1: workbooks that spreadsheets make, and those that are made to do harm. */
class WorkbookFileTests {

    private static final long LIMIT = 8 << 20;

    private static List<TableLine> read(byte[] workbook) {
        try (WorkbookFile book = WorkbookFile.open(workbook, LIMIT);
                TableLines lines = book.lines(book.sheets().getFirst())) {
            List<TableLine> all = new ArrayList<>();
            lines.forEachRemaining(all::add);
            return all;
        }
    }

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            content.accept(book.newWorksheet("first"));
            book.newWorksheet("second").value(0, 0, "other");
        }
        return out.toByteArray();
    }

    @Test
    void daysNumbersAndTruthAreReadAsASpreadsheetShowsThem() throws IOException {
        byte[] workbook = workbook(sheet -> {
            sheet.value(0, 0, LocalDate.of(2026, 10, 31));
            sheet.style(0, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(0, 1, 46326);
            sheet.style(0, 1).format("[Red]#,##0").set();
            sheet.value(0, 2, true);
            sheet.value(2, 0, 0.1 + 0.2);
            sheet.value(2, 1, 110_101_199_001_011_234L);
            sheet.value(2, 3, "007");
        });
        assertThat(read(workbook))
                .containsExactly(
                        new TableLine(1, List.of("2026-10-31", "46326", "true")),
                        new TableLine(3, List.of("0.3", "110101199001011234", "", "007")));
    }

    @Test
    void everySheetIsReadByItsName() throws IOException {
        try (WorkbookFile book = WorkbookFile.open(workbook(sheet -> sheet.value(0, 0, 1)), LIMIT);
                TableLines lines = book.lines("second")) {
            assertThat(book.sheets()).containsExactly("first", "second");
            assertThat(lines.next().cells()).containsExactly("other");
        }
    }

    /** What goes wrong with whoever uses the lines is theirs: the table is readable. */
    @Test
    void anErrorOfTheReaderIsNotTakenForOneOfTheTable() throws IOException {
        try (WorkbookFile book = WorkbookFile.open(workbook(sheet -> sheet.value(0, 0, 1)), LIMIT);
                TableLines lines = book.lines("first")) {
            assertThatThrownBy(() -> lines.forEachRemaining(line -> {
                        throw new IllegalStateException("of the database");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class);
        }
    }

    /** A workbook with one more part of the same byte. */
    private static byte[] bomb(String part, byte filling, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] million = new byte[1 << 20];
        Arrays.fill(million, filling);
        try (ZipFile original = ZipFile.builder()
                        .setSeekableByteChannel(
                                new SeekableInMemoryByteChannel(workbook(sheet -> sheet.value(0, 0, "a"))))
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
        assertUnreadable(bomb, Reason.TOO_LARGE);
    }

    @Test
    void aSingleEndlessCellIsRefused() throws IOException {
        assertUnreadable(bomb("xl/sharedStrings2.xml", (byte) 'a', 1), Reason.TOO_LARGE);
    }

    @Test
    void aRowThatClaimsHundredsOfCellsIsRefused() throws IOException {
        assertUnreadable(workbook(sheet -> sheet.value(0, 16_000, "far")), Reason.TOO_WIDE);
    }

    /** The reader would make room for each of 321 million columns. */
    @Test
    void aCellThatSaysItStandsBeyondTheLastColumnIsRefusedBeforeItIsRead() throws IOException {
        byte[] honest = workbook(sheet -> sheet.value(0, 0, 1));
        for (String place : List.of("ZZZZZZ1", "&#90;ZZZZZ1", "AAAA1")) {
            assertUnreadable(replaced(honest, "r=\"A1\"", "r=\"" + place + "\""), Reason.TOO_WIDE);
        }
        assertThat(read(replaced(honest, "r=\"A1\"", "r=\"$C$1\"")).getFirst().cells())
                .containsExactly("", "", "1");
    }

    /** A few characters of an exponent would make a text of gigabytes. */
    @Test
    void aNumberWithAnEnormousExponentIsNeverWrittenOut() throws IOException {
        byte[] workbook = replaced(workbook(sheet -> sheet.value(0, 0, 12345.5)), "12345.5", "1E999999999");
        assertThat(read(workbook).getFirst().cells()).containsExactly("1E+999999999");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("hello.txt"));
        }
        assertUnreadable(zip.toByteArray(), Reason.WORKBOOK);
        assertUnreadable("PK and nothing more".getBytes(StandardCharsets.UTF_8), Reason.WORKBOOK);
        assertUnreadable(new byte[0], Reason.WORKBOOK);
    }

    /** Whatever a damaged workbook holds, it is read or refused; nothing else comes of it. */
    @Test
    void aDamagedWorkbookIsReadOrRefused() throws IOException {
        byte[] whole = workbook(sheet -> {
            for (int row = 0; row < 5; row++) {
                sheet.value(row, 0, "P" + row);
                sheet.value(row, 1, row);
            }
        });
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 5; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> {
                        try {
                            read(damaged);
                        } catch (UnreadableTableException refused) {
                            assertThat(refused.reason()).isNotNull();
                        }
                    })
                    .as("round %d", round)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] replaced(byte[] workbook, String text, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile original = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(original.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(original.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.write(part.replace(text, by).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static void assertUnreadable(byte[] workbook, Reason reason) {
        assertThatThrownBy(() -> read(workbook))
                .isInstanceOfSatisfying(UnreadableTableException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }
}
