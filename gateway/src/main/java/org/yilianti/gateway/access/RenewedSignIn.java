package org.yilianti.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.gateway.identity.SignInTime;

/**
 * Has people sign in again when an authorization request asks for it: {@code prompt=login}, or {@code max_age} seconds that their
 * sign-in is older than (OpenID Connect Core 1.0, 3.1.2.1).
 *
 * <p>The issuer forgets who is signed in and sends the request round without that demand. Whoever drops the demand gets a token that
 * tells the old time: it is {@code auth_time} that a service judges.
 */
class RenewedSignIn extends OncePerRequestFilter {

    private final SecurityContextRepository contexts;
    private final Clock clock;

    RenewedSignIn(SecurityContextRepository contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant signedInAt = SignInTime.of(SecurityContextHolder.getContext().getAuthentication())
                .orElse(null);
        if (signedInAt == null || !asksAnew(request, signedInAt)) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        response.sendRedirect(request.getRequestURI() + "?" + withoutDemand(request.getQueryString()));
    }

    private boolean asksAnew(HttpServletRequest request, Instant signedInAt) {
        String prompt = request.getParameter("prompt");
        if (prompt != null && Arrays.asList(prompt.split(" ", -1)).contains("login")) {
            return true;
        }
        String age = request.getParameter("max_age");
        return age != null
                && age.matches("\\d{1,9}")
                && !signedInAt.plusSeconds(Long.parseLong(age)).isAfter(clock.instant());
    }

    private static String withoutDemand(@Nullable String query) {
        return Arrays.stream(query == null ? new String[0] : query.split("&", -1))
                .filter(part -> !part.startsWith("max_age=") && !isLogin(part))
                .collect(Collectors.joining("&"));
    }

    /** {@code prompt=none} stays: such a client is told that a sign-in is needed, and shows no page. */
    private static boolean isLogin(String part) {
        return part.startsWith("prompt=") && part.contains("login");
    }
}
