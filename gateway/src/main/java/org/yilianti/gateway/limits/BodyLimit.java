package org.yilianti.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.platform.problem.ProblemWriter;

/** Refuses bodies that are too large: announced ones before reading, unannounced ones while they are passed on. */
class BodyLimit extends OncePerRequestFilter {

    /** Where whole files are sent; the services store them piece by piece and have limits of their own. */
    private static final Set<String> FILES = Set.of("/v1/imports", "/v1/service-record-imports", "/v1/evidence-files");

    private final LimitSettings settings;
    private final ProblemWriter problems;

    BodyLimit(LimitSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limit(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "limit.body", limit.toBytes());
            return;
        }
        chain.doFilter(new CountedRequest(request, limit.toBytes()), response);
    }

    private DataSize limit(HttpServletRequest request) {
        boolean file = request.getMethod().equals("POST") && FILES.contains(request.getRequestURI());
        return file ? settings.importBody() : settings.body();
    }
}
