package org.yilianti.gateway.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.yilianti.gateway.limits.CallRate;

/** Everything else: pages, and calls of browsers that are signed in by their session cookie. */
@Configuration(proxyBeanMethods = false)
class BrowserChain {

    private static final String SIGN_IN = "/session/start/gateway";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(3)
    SecurityFilterChain browserFilterChain(
            HttpSecurity http,
            Denials denials,
            PageHeaders headers,
            CallRate rate,
            ClientRegistrationRepository issuers) {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        HttpSessionRequestCache interrupted = new HttpSessionRequestCache();
        interrupted.setRequestMatcher(request -> request.getMethod().equals("GET") && asksForPage(request, pages));
        return http.authorizeHttpRequests(BrowserChain::whoMay)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(BrowserChain::changesWithCookie))
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .authorizationEndpoint(endpoint -> endpoint.baseUri("/session/start")
                                .authorizationRequestResolver(new AskedSignIn(issuers, "/session/start")))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri("/session/callback/*"))
                        .defaultSuccessUrl("/")
                        .failureUrl("/?sign-in-failed"))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout"),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.DELETE, "/v1/session")))
                        .logoutSuccessHandler(BrowserChain::signedOut))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> asksForPage(request, pages))
                        .defaultAuthenticationEntryPointFor(denials, request -> true)
                        .accessDeniedHandler(denials))
                .requestCache(cache -> cache.requestCache(interrupted))
                .addFilterBefore(rate, AuthorizationFilter.class)
                .headers(headers.ofPages())
                .build();
    }

    private static void whoMay(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/actuator/health")
                .access(BrowserChain::onThisMachine)
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers(
                        HttpMethod.GET, "/", "/docs", "/swagger-ui/**", "/assets/**", "/favicon.ico", "/v1/api-docs/**")
                .permitAll()
                // A calendar cannot sign in: the address is the key, and the service judges it.
                .requestMatchers(HttpMethod.GET, "/v1/roster-feeds/*.ics")
                .permitAll()
                // Whoever was handed a survey's token answers by it alone, and the service judges it.
                .requestMatchers(HttpMethod.GET, "/v1/survey-links/*")
                .permitAll()
                .requestMatchers(HttpMethod.PUT, "/v1/survey-links/*")
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private static AuthorizationDecision onThisMachine(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                InetAddress.ofLiteral(context.getRequest().getRemoteAddr()).isLoopbackAddress());
    }

    /** Without a session cookie there is nothing to forge; such a call is told to sign in, not to send a CSRF header. */
    private static boolean changesWithCookie(HttpServletRequest request) {
        return !READS.contains(request.getMethod()) && request.getRequestedSessionId() != null;
    }

    /** Only such a request is worth a session before anybody is signed in: it is where the sign-in leads back to. */
    private static boolean asksForPage(HttpServletRequest request, MediaTypeRequestMatcher pages) {
        return !request.getRequestURI().startsWith("/v1/")
                && !request.getRequestURI().startsWith("/actuator")
                && pages.matches(request);
    }

    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication caller)
            throws IOException {
        if (request.getRequestURI().startsWith("/v1/")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect("/?signed-out");
        }
    }
}
