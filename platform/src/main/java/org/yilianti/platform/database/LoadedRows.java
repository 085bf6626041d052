package org.yilianti.platform.database;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the form that LOAD DATA reads by default: a line each, a tab between values, a backslash before what would be mistaken, \N
 * for null. Text is UTF-8 and bytes are as they are, so that the statement has to name the character set {@code binary}.
 *
 * <p>Rows are made while they are read, a piece at a time: the server takes the first ones in while the next are made. When one cannot be
 * made, the stream ends there and {@link #requireWhole} says why, since a stream that fails leaves the driver's connection of no use.
 */
final class LoadedRows extends InputStream {

    private static final int MARGIN = 64;
    private static final int PIECE = 1 << 16;

    private final Iterator<@Nullable Object[]> first;
    private final Iterator<? extends @Nullable Object[]> rest;
    private byte[] bytes = new byte[2 * PIECE];
    private int size;
    private int offset;
    private int count;
    private @Nullable RuntimeException failure;

    LoadedRows(Iterator<@Nullable Object[]> first, Iterator<? extends @Nullable Object[]> rest) {
        this.first = first;
        this.rest = rest;
    }

    /** Rows that were read so far. */
    int count() {
        return count;
    }

    /** Throws what prevented a row. */
    void requireWhole() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
        Objects.checkFromIndexSize(start, length, buffer.length);
        if (offset == size) {
            refill();
        }
        int taken = Math.min(length, size - offset);
        if (taken == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(bytes, offset, buffer, start, taken);
        offset += taken;
        return taken;
    }

    private void refill() {
        offset = 0;
        size = 0;
        try {
            while (failure == null && size < PIECE && (first.hasNext() || rest.hasNext())) {
                add(first.hasNext() ? first.next() : rest.next());
                count++;
            }
        } catch (RuntimeException prevented) {
            failure = prevented;
            size = 0;
        }
    }

    private void add(@Nullable Object[] values) {
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
