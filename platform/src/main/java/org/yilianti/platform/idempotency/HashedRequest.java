package org.yilianti.platform.idempotency;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.BufferedBody;

/**
 * A request whose body was read to its end, and whose target and body were hashed (SHA-256).
 *
 * <p>It is read before any transaction begins, so that a slow sender holds no connection of the database. A body of a usual size is kept
 * in memory, a larger one in a {@link Spool}.
 */
class HashedRequest extends HttpServletRequestWrapper implements Closeable {

    private static final int BUFFERED = 1 << 20;

    private final byte[] hash;
    private final ServletInputStream body;
    private final @Nullable Spool spool;

    private HashedRequest(HttpServletRequest request, byte[] hash, ServletInputStream body, @Nullable Spool spool) {
        super(request);
        this.hash = hash;
        this.body = body;
        this.spool = spool;
    }

    /**
     * Reads the request; refuses (413) one that is larger than permitted, at once when its length was announced, and (400) one that breaks
     * off, or (503) a large one while too many wait.
     *
     * @param admission asked before a large body is read; throws what it refuses by
     */
    static HashedRequest of(HttpServletRequest request, DataSize largest, SpoolSpace space, Runnable admission)
            throws IOException {
        requireAtMost(largest, request.getContentLengthLong());
        DigestInputStream source = new DigestInputStream(request.getInputStream(), digest(request));
        byte[] start = sent(() -> source.readNBytes(BUFFERED + 1));
        requireAtMost(largest, start.length);
        if (start.length <= BUFFERED) {
            return new HashedRequest(request, source.getMessageDigest().digest(), new BufferedBody(start), null);
        }
        admission.run();
        Spool spool = new Spool(space);
        try {
            spool.write(start, start.length);
            spoolRest(source, spool, largest);
            BufferedBody body = new BufferedBody(spool.content(), spool.size());
            return new HashedRequest(request, source.getMessageDigest().digest(), body, spool);
        } catch (IOException | RuntimeException failure) {
            spool.close();
            throw failure;
        }
    }

    private static void spoolRest(InputStream source, Spool spool, DataSize largest) throws IOException {
        byte[] piece = new byte[1 << 16];
        int count = sent(() -> source.read(piece));
        while (count >= 0) {
            spool.write(piece, count);
            requireAtMost(largest, spool.size());
            count = sent(() -> source.read(piece));
        }
    }

    /** Reads from whoever sends. */
    private interface Reading<T> {

        T read() throws IOException;
    }

    private static <T> T sent(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException brokenOff) {
            throw Refusal.malformed("http.400");
        }
    }

    private static void requireAtMost(DataSize largest, long size) {
        if (size > largest.toBytes()) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "http.413");
        }
    }

    private static MessageDigest digest(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String target = request.getMethod() + ' ' + request.getRequestURI() + '?' + request.getQueryString() + '\n';
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The hash of the whole request. */
    byte[] hash() {
        return hash.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Forgets the body. */
    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
