package org.yilianti.staff.evidence.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/** A request whose body was read already and is given out again: its hash is needed to know a repeated one. */
class ReadRequest extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    ReadRequest(HttpServletRequest request, byte[] content) {
        super(request);
        this.body = new Body(new ByteArrayInputStream(content));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    /** Bytes that are all there. */
    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream content;

        Body(ByteArrayInputStream content) {
            this.content = content;
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
}
