package org.yilianti.rotation.service.batch;

import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;

/** The bytes of a file that was sent, fetched piece by piece while they are read. */
final class StoredFile extends InputStream {

    private final ImportPieces pieces;
    private final UUID id;
    private byte[] piece = new byte[0];
    private int offset;
    private int next;

    StoredFile(ImportPieces pieces, UUID id) {
        this.pieces = pieces;
        this.id = id;
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
            piece = pieces.find(id, next).orElse(new byte[0]);
            offset = 0;
            next++;
        }
        int taken = Math.min(length, piece.length - offset);
        if (taken == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(piece, offset, buffer, start, taken);
        offset += taken;
        return taken;
    }
}
