package org.yilianti.platform.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/** Bytes made smaller before the database keeps them, as an LZ4 frame: what it need not log, flush and read again costs more than that. */
public final class PackedBytes {

    private PackedBytes() {}

    /** Packs the first {@code length} bytes. */
    public static byte[] pack(byte[] bytes, int length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.max(length / 2, 64));
        try (OutputStream frame = new LZ4FrameOutputStream(packed, BLOCKSIZE.SIZE_64KB)) {
            frame.write(bytes, 0, length);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    /** What was packed; fails on anything else. */
    public static byte[] unpack(byte[] packed) {
        try (InputStream frame = new LZ4FrameInputStream(new ByteArrayInputStream(packed))) {
            return frame.readAllBytes();
        } catch (IOException changed) {
            throw new UncheckedIOException(changed);
        }
    }
}
