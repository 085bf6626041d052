package org.yilianti.incentive.payout.web;

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

/** A bank's return file as it comes (I9). */
class ReturnFileTests {

    private static final List<List<String>> ROWS = List.of(List.of("序号", "退回原因"), List.of("2", "户名不符"));

    @Test
    void aCsvIsReadWithAndWithoutAByteOrderMark() {
        for (String mark : List.of("", "\uFEFF")) {
            assertThat(ReturnFile.rows((mark + "序号,退回原因\n2,户名不符\n").getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void aWorkbookIsReadAsItsTextsAre() {
        assertThat(ReturnFile.rows(BankFile.XLSX_FILE.write(ROWS))).isEqualTo(ROWS);
    }

    @Test
    void aLineNumberThatASpreadsheetMadeANumberStaysOne() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bank", "1.0")) {
            Worksheet sheet = book.newWorksheet("returns");
            sheet.value(0, 0, "line");
            sheet.value(1, 0, 2);
        }
        assertThat(ReturnFile.rows(bytes.toByteArray())).isEqualTo(List.of(List.of("line"), List.of("2")));
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

    private static byte[] zip(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] content) {
        assertThatThrownBy(() -> ReturnFile.rows(content))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("payout.return-file-unreadable"));
    }
}
