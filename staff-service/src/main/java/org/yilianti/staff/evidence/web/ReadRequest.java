package org.yilianti.staff.evidence.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.yilianti.platform.web.BufferedBody;

/** A request whose body was read already and is given out again: its hash is needed to know a repeated one. */
class ReadRequest extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    ReadRequest(HttpServletRequest request, byte[] content) {
        super(request);
        this.body = new BufferedBody(content);
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }
}
