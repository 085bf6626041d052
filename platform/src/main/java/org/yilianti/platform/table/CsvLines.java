package org.yilianti.platform.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.function.Supplier;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/** The lines of a CSV file (RFC 4180) with or without a byte order mark; empty lines are passed over. */
public final class CsvLines implements TableLines {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;

    private CsvLines(CsvReader<CsvRecord> csv) {
        this.csv = csv;
        this.records = csv.iterator();
    }

    /** Lines that all have as many cells as the first; another number is {@link Reason#CSV}. */
    public static CsvLines even(InputStream file, Charset charset) {
        return open(CsvReader.builder(), file, charset);
    }

    /** Lines of as many cells as each has. */
    public static CsvLines ragged(InputStream file, Charset charset) {
        return open(CsvReader.builder().allowMissingFields(true).allowExtraFields(true), file, charset);
    }

    private static CsvLines open(CsvReader.CsvReaderBuilder builder, InputStream file, Charset charset) {
        return reading(() -> {
            try {
                return new CsvLines(builder.ofCsvRecord(text(file, charset)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Past its byte order mark; bytes that are not in the charset are an error, never replaced. */
    private static Reader text(InputStream file, Charset charset) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                file,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    @Override
    public boolean hasNext() {
        return reading(records::hasNext);
    }

    @Override
    public TableLine next() {
        CsvRecord record = reading(records::next);
        return new TableLine(record.getStartingLineNumber(), record.getFields());
    }

    private static <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException | UncheckedIOException malformed) {
            boolean coding = malformed.getCause() instanceof CharacterCodingException;
            throw new UnreadableTableException(coding ? Reason.CHARSET : Reason.CSV, malformed);
        }
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
