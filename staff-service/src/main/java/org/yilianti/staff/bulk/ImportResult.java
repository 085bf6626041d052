package org.yilianti.staff.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.yilianti.staff.entry.Fault;

/**
 * What became of a row of a file.
 *
 * @param faults empty when it was taken
 */
public record ImportResult(long line, String key, List<Fault> faults) {

    /** Rows that were taken, packed: line, tab, key, line feed. */
    static byte[] packed(List<ImportRow> taken) {
        StringBuilder text = new StringBuilder();
        taken.forEach(
                row -> text.append(row.line()).append('\t').append(row.key()).append('\n'));
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        deflater.setInput(plain);
        deflater.finish();
        byte[] buffer = new byte[plain.length + 64];
        int size = deflater.deflate(buffer);
        deflater.end();
        byte[] packed = new byte[size + 4];
        java.nio.ByteBuffer.wrap(packed).putInt(plain.length).put(buffer, 0, size);
        return packed;
    }

    /** As they were before {@link #packed}. */
    static List<ImportResult> unpacked(byte[] packed) {
        byte[] plain = new byte[java.nio.ByteBuffer.wrap(packed).getInt()];
        Inflater inflater = new Inflater();
        inflater.setInput(packed, 4, packed.length - 4);
        try {
            inflater.inflate(plain);
        } catch (DataFormatException changed) {
            throw new IllegalStateException("the result of an import was changed", changed);
        } finally {
            inflater.end();
        }
        List<ImportResult> rows = new ArrayList<>();
        new String(plain, StandardCharsets.UTF_8).lines().forEach(row -> {
            int tab = row.indexOf('\t');
            rows.add(new ImportResult(Long.parseLong(row, 0, tab, 10), row.substring(tab + 1), List.of()));
        });
        return rows;
    }
}
