package org.yilianti.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.yilianti.gateway.limits.CallRate;

/** Calls that bring their own token: no session, no CSRF; the token alone decides, here first and in the service again. */
@Configuration(proxyBeanMethods = false)
class BearerChain {

    @Bean
    @Order(2)
    SecurityFilterChain bearerFilterChain(HttpSecurity http, Denials denials, PageHeaders headers, CallRate rate) {
        return http.securityMatcher(BearerChain::bringsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(
                        server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(denials))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v1/api-docs/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new Sessionless(), SecurityContextHolderFilter.class)
                .addFilterBefore(rate, AuthorizationFilter.class)
                .headers(headers.ofApi())
                .build();
    }

    private static boolean bringsToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                && request.getRequestURI().startsWith("/v1/");
    }
}
