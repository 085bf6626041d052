package org.yilianti.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that was read already and is given out again, without blocking. */
public final class BufferedBody extends ServletInputStream {

    private final InputStream content;
    private long left;

    /** Gives out this content, which is not copied. */
    public BufferedBody(byte[] content) {
        this(new ByteArrayInputStream(content), content.length);
    }

    /**
     * Gives out this content, which whoever kept it closes.
     *
     * @param length in bytes
     */
    public BufferedBody(InputStream content, long length) {
        this.content = content;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int value = content.read();
        left -= value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = content.read(buffer, offset, length);
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public boolean isFinished() {
        return left <= 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("this request is served synchronously");
    }
}
