package org.yilianti.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A request's body that was read already and is given out again, without blocking. */
public final class BufferedBody extends ServletInputStream {

    private final ByteArrayInputStream content;

    /** Gives out this content, which is not copied. */
    public BufferedBody(byte[] content) {
        this.content = new ByteArrayInputStream(content);
    }

    @Override
    public int read() {
        return content.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return content.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
        return content.available() == 0;
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
