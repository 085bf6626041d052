package org.yilianti.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Looks at who calls which endpoint, never at what is sent, so that it may also be asked before a body is read. */
public interface CallerCheck extends HandlerInterceptor {

    /**
     * Lets the caller through to the endpoint.
     *
     * @throws RuntimeException the refusal
     */
    @Override
    boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler);
}
