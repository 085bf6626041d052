package org.yilianti.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.gateway.problem.Problems;

/** Refuses bodies that are too large: announced ones before reading, unannounced ones while they are passed on. */
class BodyLimit extends OncePerRequestFilter {

    private final LimitSettings settings;
    private final Problems problems;

    BodyLimit(LimitSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limit(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.answer(request, response, HttpStatus.CONTENT_TOO_LARGE, "limit.body", limit.toBytes());
            return;
        }
        chain.doFilter(new CountedRequest(request, limit.toBytes()), response);
    }

    private DataSize limit(HttpServletRequest request) {
        boolean imports =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/v1/imports");
        return imports ? settings.importBody() : settings.body();
    }
}
