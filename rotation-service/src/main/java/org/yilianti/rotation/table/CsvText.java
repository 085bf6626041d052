package org.yilianti.rotation.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.platform.problem.Refusal;

/** The lines of a CSV file in UTF-8 or GB 18030. */
final class CsvText {

    private CsvText() {}

    static void read(byte[] file, TableReading.Lines lines) throws IOException {
        String text = text(file);
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(content)) {
            csv.forEach(record -> lines.line(record.getStartingLineNumber(), record.getFields()));
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw Refusal.invalid("table.unreadable", String.valueOf(malformed.getMessage()));
        }
    }

    /** GB 18030 holds GBK and GB 2312; hardly any text in it is UTF-8 by chance. */
    private static String text(byte[] file) {
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("table.charset"));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException none) {
            return Optional.empty();
        }
    }
}
