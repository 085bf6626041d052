package org.yilianti.staff.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Portable Network Graphics (ISO/IEC 15948): a signature, then chunks with checksums from IHDR to IEND, nothing after it. */
final class PngStructure implements FileStructure {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int FRAME = 12;

    @Override
    public boolean holds(byte[] content) {
        ByteBuffer file = ByteBuffer.wrap(content);
        if (file.remaining() < 8 || file.getLong() != SIGNATURE || !header(content)) {
            return false;
        }
        boolean pixels = false;
        String last = "";
        while (file.remaining() >= FRAME && !last.equals("IEND")) {
            int length = file.getInt();
            if (length < 0 || length > file.remaining() - 8 || !intact(content, file.position(), length + 4, file)) {
                return false;
            }
            last = new String(content, file.position() - length - 8, 4, StandardCharsets.US_ASCII);
            pixels |= last.equals("IDAT");
        }
        return pixels && last.equals("IEND") && !file.hasRemaining();
    }

    /** The first chunk is the header and tells sides that are allowed. */
    private static boolean header(byte[] content) {
        ByteBuffer first = ByteBuffer.wrap(content, 8, content.length - 8);
        return first.remaining() >= FRAME + 13
                && first.getInt() == 13
                && first.getInt() == 0x49484452
                && FileStructure.fits(first.getInt() & 0xffffffffL, first.getInt() & 0xffffffffL);
    }

    /** Moves past a chunk's type, data and checksum, which must be right. */
    private static boolean intact(byte[] content, int from, int length, ByteBuffer file) {
        CRC32 sum = new CRC32();
        sum.update(content, from, length);
        file.position(from + length);
        return file.getInt() == (int) sum.getValue();
    }
}
