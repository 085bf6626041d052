package org.yilianti.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.yilianti.gateway.identity.ConditionalOnEmbeddedIssuer;
import org.yilianti.gateway.limits.SignInRate;

/** The endpoints of the embedded issuer and its sign-in form, whose attempts go to the only provider, {@code SignIns}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedIssuer
class IssuerChain {

    /** Beside the gateway's own sign-in state, in the same session: the issuer is a party of its own. */
    private static final String CONTEXT_KEY = "ISSUER_SECURITY_CONTEXT";

    @Bean
    @Order(1)
    SecurityFilterChain issuerFilterChain(HttpSecurity http, PageHeaders headers, SignInRate rate, Clock clock) {
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT_KEY);
        RequestMatcher authorization = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/oauth2/authorize");
        HttpSessionRequestCache interrupted = new HttpSessionRequestCache();
        interrupted.setRequestMatcher(authorization);

        http.securityMatcher("/oauth2/**", "/.well-known/**", "/userinfo", "/connect/**", "/login")
                .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/login")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new NamedSession(interrupted))
                        .failureHandler(IssuerChain::refused))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), authorization))
                .requestCache(cache -> cache.requestCache(interrupted))
                .headers(headers.ofSignInPage());
        http.addFilterAfter(new RenewedSignIn(contexts, clock), SecurityContextHolderFilter.class);
        rate.guard(http);
        return http.build();
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(failure instanceof LockedException ? "/login?locked" : "/login?error");
    }
}
