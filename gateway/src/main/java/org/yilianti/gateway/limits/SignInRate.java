package org.yilianti.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.platform.problem.ProblemWriter;

/** Caps, per address, what costs a password hash: sign-in forms and token requests. */
public class SignInRate extends OncePerRequestFilter {

    private final Buckets buckets;

    SignInRate(LimitSettings.SignIns limit, ProblemWriter problems) {
        this.buckets = new Buckets(limit.burst(), limit.refill(), limit.period(), problems);
    }

    /** Stands before any authentication of this chain. */
    public void guard(HttpSecurity http) {
        http.addFilterAfter(this, SecurityContextHolderFilter.class);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (buckets.take(request.getRemoteAddr(), request, response)) {
            chain.doFilter(request, response);
        }
    }
}
