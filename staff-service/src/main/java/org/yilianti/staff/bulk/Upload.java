package org.yilianti.staff.bulk;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.CharsetDetection;

/** A text file that is stored piece by piece while it arrives; refuses (413) one that grows too large. */
final class Upload extends OutputStream {

    private static final int PIECE = 1 << 20;

    private final ImportRepository jobs;
    private final ImportJob job;
    private final DataSize maxSize;
    private final CharsetDetection text = new CharsetDetection();
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int pieces;
    private long size;

    Upload(ImportRepository jobs, ImportJob job, DataSize maxSize) {
        this.jobs = jobs;
        this.job = job;
        this.maxSize = maxSize;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        Objects.checkFromIndexSize(start, length, bytes.length);
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, PIECE - filled);
            System.arraycopy(bytes, start + done, piece, filled, part);
            filled += part;
            done += part;
            if (filled == PIECE) {
                store();
            }
        }
    }

    private void store() {
        size += filled;
        if (size > maxSize.toBytes()) {
            throw tooLarge(maxSize);
        }
        text.check(piece, filled);
        jobs.insertChunk(job, pieces, piece, filled);
        pieces++;
        filled = 0;
    }

    static Refusal tooLarge(DataSize limit) {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "import.too-large", limit.toMegabytes());
    }

    /** Stores the rest; gives what the text is encoded in. Refuses (422) an empty file. */
    Charset end() {
        if (filled > 0) {
            store();
        }
        if (size == 0) {
            throw Refusal.invalid("import.empty");
        }
        return text.end();
    }

    long size() {
        return size;
    }
}
