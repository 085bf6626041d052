package org.yilianti.platform.database;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the form that LOAD DATA reads by default: a line each, a tab between values, a backslash before what would be mistaken, \N
 * for null. Text is UTF-8 and bytes are as they are, so that the statement has to name the character set {@code binary}.
 */
final class LoadedRows {

    private static final int MARGIN = 64;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** Appends a row. */
    void add(@Nullable Object[] values) {
        for (Object value : values) {
            switch (value) {
                case null -> {
                    put('\\');
                    put('N');
                }
                case String text -> escaped(text.getBytes(StandardCharsets.UTF_8));
                case byte[] binary -> escaped(binary);
                case Boolean truth -> put(truth ? '1' : '0');
                case Timestamp moment -> plain(text(RowInsertion.inUtc(moment)));
                case LocalDateTime moment -> plain(text(moment));
                case Number number -> plain(number.toString());
                default -> escaped(value.toString().getBytes(StandardCharsets.UTF_8));
            }
            put('\t');
        }
        bytes[size - 1] = '\n';
    }

    /** Columns of moments have six digits after the second. */
    private static String text(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).toString();
    }

    int size() {
        return size;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    private void plain(String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.ISO_8859_1);
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    private void escaped(byte[] value) {
        reserve(2 * value.length);
        for (byte one : value) {
            switch (one) {
                case '\\' -> pair('\\');
                case '\t' -> pair('t');
                case '\n' -> pair('n');
                case 0 -> pair('0');
                default -> bytes[size++] = one;
            }
        }
    }

    private void pair(char second) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) second;
    }

    private void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more + MARGIN));
        }
    }
}
