package org.yilianti.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.platform.problem.ProblemWriter;

/** Caps the calls of one account or client, or of one address as long as nobody is signed in. */
public class CallRate extends OncePerRequestFilter {

    private final Buckets buckets;

    CallRate(LimitSettings.Calls limit, ProblemWriter problems) {
        this.buckets = new Buckets(limit.burst(), limit.refill(), limit.period(), problems);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String key = caller == null || caller instanceof AnonymousAuthenticationToken
                ? "address " + request.getRemoteAddr()
                : "caller " + caller.getName();
        if (buckets.take(key, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
