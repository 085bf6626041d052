package org.yilianti.incentive.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yilianti.platform.problem.Refusal;

/** A file as rows of text, be it CSV or the first sheet of a workbook. */
public final class SheetFile {

    /** Of the refusal of what is neither. */
    public static final String UNREADABLE = "sheet.unreadable";

    private SheetFile() {}

    /** Refuses (422) bytes that are neither a CSV in UTF-8 nor a workbook. */
    public static List<SheetRow> rows(byte[] content) {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return zipped ? WorkbookFile.rows(content) : csv(content);
    }

    private static List<SheetRow> csv(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                return reader.stream().map(SheetFile::row).toList();
            }
        } catch (CharacterCodingException foreign) {
            throw Refusal.invalid(UNREADABLE, "UTF-8");
        } catch (IOException | UncheckedIOException | CsvParseException malformed) {
            throw Refusal.invalid(UNREADABLE, "CSV");
        }
    }

    private static SheetRow row(CsvRecord row) {
        return new SheetRow(
                row.getStartingLineNumber(),
                row.getFields().stream().map(Escape::original).toList());
    }
}
