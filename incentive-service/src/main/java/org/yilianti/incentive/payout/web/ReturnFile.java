package org.yilianti.incentive.payout.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.yilianti.platform.problem.Refusal;

/** A bank's return file as rows of text, be it CSV or the first sheet of a workbook. */
final class ReturnFile {

    /** What 5,000 rows unpack to, and ten times as much. */
    private static final long MOST_UNPACKED = 32L << 20;

    private ReturnFile() {}

    /** Refuses (422) bytes that are neither a CSV in UTF-8 nor a workbook. */
    static List<List<String>> rows(byte[] content) {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return zipped ? sheet(content) : csv(content);
    }

    private static List<List<String>> csv(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                return reader.stream().map(CsvRecord::getFields).toList();
            }
        } catch (CharacterCodingException foreign) {
            throw Refusal.invalid("payout.return-file-unreadable", "UTF-8");
        } catch (IOException | UncheckedIOException | CsvParseException malformed) {
            throw Refusal.invalid("payout.return-file-unreadable", "CSV");
        }
    }

    private static List<List<String>> sheet(byte[] content) {
        try {
            refuseBomb(content);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                return rows.map(ReturnFile::cells).toList();
            }
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                        malformed) { // the reader fails in all these ways on a workbook that was tampered with
            throw Refusal.invalid("payout.return-file-unreadable", "XLSX");
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
                            throw Refusal.invalid("payout.return-file-unreadable", "XLSX > 32 MB");
                        }
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        return row.stream().map(ReturnFile::text).toList();
    }

    /** The whole number that a spreadsheet made of a line number has no fraction. */
    private static String text(Cell cell) {
        String text = cell == null ? "" : cell.getText();
        return text.matches("\\d+\\.0") ? text.substring(0, text.length() - 2) : text;
    }
}
