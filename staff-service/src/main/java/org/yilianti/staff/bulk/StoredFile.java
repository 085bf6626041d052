package org.yilianti.staff.bulk;

import java.io.InputStream;
import java.util.Objects;

/** The bytes of an uploaded file, fetched piece by piece while they are read; counts them. */
final class StoredFile extends InputStream {

    private final ImportRepository jobs;
    private final ImportId id;
    private byte[] piece = new byte[0];
    private int offset;
    private int pieces;
    private long count;

    StoredFile(ImportRepository jobs, ImportId id) {
        this.jobs = jobs;
        this.id = id;
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
        Objects.checkFromIndexSize(start, length, buffer.length);
        if (offset == piece.length) {
            piece = jobs.chunk(id, pieces).orElse(new byte[0]);
            offset = 0;
            pieces++;
        }
        int taken = Math.min(length, piece.length - offset);
        if (taken == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(piece, offset, buffer, start, taken);
        offset += taken;
        count += taken;
        return taken;
    }
}
