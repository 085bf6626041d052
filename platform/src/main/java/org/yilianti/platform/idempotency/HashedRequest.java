package org.yilianti.platform.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.web.BufferedBody;

/**
 * A request whose target and body are hashed (SHA-256) while they are read.
 *
 * <p>A body of a usual size is read at once, before any transaction begins, so that a slow sender holds no connection of the
 * database; a large upload is never buffered.
 */
class HashedRequest extends HttpServletRequestWrapper {

    private static final long BUFFERED = 1 << 20;

    private final MessageDigest digest;
    private @Nullable ServletInputStream body;

    private HashedRequest(HttpServletRequest request) {
        super(request);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        String target = request.getMethod() + ' ' + request.getRequestURI() + '?' + request.getQueryString() + '\n';
        digest.update(target.getBytes(StandardCharsets.UTF_8));
    }

    static HashedRequest of(HttpServletRequest request) throws IOException {
        HashedRequest hashed = new HashedRequest(request);
        long length = request.getContentLengthLong();
        if (length >= 0 && length <= BUFFERED) {
            hashed.body = new BufferedBody(hashed.getInputStream().readAllBytes());
        }
        return hashed;
    }

    /** The hash of the whole request; reads what is left of the body. */
    byte[] hash() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new HashedBody(super.getInputStream(), digest);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Passes every byte that is read to the digest. */
    private static final class HashedBody extends ServletInputStream {

        private final ServletInputStream source;
        private final MessageDigest digest;

        HashedBody(ServletInputStream source, MessageDigest digest) {
            this.source = source;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            if (value >= 0) {
                digest.update((byte) value);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = source.read(buffer, offset, length);
            if (count > 0) {
                digest.update(buffer, offset, count);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
