package org.yilianti.incentive.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/** The first sheet of an XLSX workbook as rows of text. */
final class WorkbookFile {

    /** What 5,000 rows unpack to, and ten times as much. */
    private static final long MOST_UNPACKED = 32L << 20;

    /** Far more than any table has; a row that claims more would only cost memory. */
    private static final int MOST_CELLS = 500;

    /** As many digits as a spreadsheet keeps: what follows them comes of its binary numbers. */
    private static final MathContext SPREADSHEET = new MathContext(15);

    private WorkbookFile() {}

    static List<SheetRow> rows(byte[] content) {
        try {
            refuseBomb(content);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                return rows.map(WorkbookFile::row).toList();
            }
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                        malformed) { // the reader fails in all these ways on a workbook that was tampered with
            throw Refusal.invalid(SheetFile.UNREADABLE, "XLSX");
        }
    }

    /** Unpacks every part once, believing no size that it states, before the reader does. */
    private static void refuseBomb(byte[] content) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            long unpacked = 0;
            byte[] buffer = new byte[8192];
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        unpacked += count;
                        if (unpacked > MOST_UNPACKED) {
                            throw Refusal.invalid(SheetFile.UNREADABLE, "XLSX > 32 MB");
                        }
                    }
                }
            }
        }
    }

    private static SheetRow row(Row row) {
        if (row.getCellCount() > MOST_CELLS) {
            throw Refusal.invalid(SheetFile.UNREADABLE, "XLSX > 500");
        }
        return new SheetRow(
                row.getRowNum(), row.stream().map(WorkbookFile::text).toList());
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().round(SPREADSHEET).stripTrailingZeros().toPlainString()
                : cell.getText();
    }
}
