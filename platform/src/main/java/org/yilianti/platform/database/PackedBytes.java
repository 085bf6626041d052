package org.yilianti.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/**
 * Bytes made smaller before the database keeps them, as an LZ4 frame: what it need not log, flush and read again costs more than that.
 *
 * <p>The codec is the one that comes with the Kafka client.
 */
public final class PackedBytes {

    private static final Compression LZ4 = Compression.lz4().build();
    private static final byte MAGIC = RecordBatch.MAGIC_VALUE_V2;

    private PackedBytes() {}

    /** Packs the first {@code length} bytes. */
    public static byte[] pack(byte[] bytes, int length) {
        ByteBufferOutputStream out = new ByteBufferOutputStream(Math.max(length / 2, 64));
        try (OutputStream frame = LZ4.wrapForOutput(out, MAGIC)) {
            frame.write(bytes, 0, length);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        ByteBuffer packed = out.buffer().flip();
        byte[] result = new byte[packed.remaining()];
        packed.get(result);
        return result;
    }

    /** What was packed; fails on anything else. */
    public static byte[] unpack(byte[] packed) {
        try (InputStream frame = LZ4.wrapForInput(ByteBuffer.wrap(packed), MAGIC, BufferSupplier.NO_CACHING)) {
            return frame.readAllBytes();
        } catch (IOException changed) {
            throw new UncheckedIOException(changed);
        }
    }
}
