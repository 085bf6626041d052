package org.yilianti.gateway.access;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;
import org.yilianti.gateway.identity.Issuer;

/** What browsers are told about every answer: scripts and styles of this origin only, no framing, no storing, no leaking. */
@Component
class PageHeaders {

    /** The one inline style of Swagger UI, by its hash; the browser test fails when a new version has another. */
    private static final String DOCUMENTATION_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    private static final String SELF_ONLY = "default-src 'none'; script-src 'self'; style-src 'self' "
            + DOCUMENTATION_STYLE + "; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final Issuer issuer;

    PageHeaders(Issuer issuer) {
        this.issuer = issuer;
    }

    Customizer<HeadersConfigurer<HttpSecurity>> ofPages() {
        return headers -> common(headers, SELF_ONLY);
    }

    /** Submitting the form ends, by redirects, at the client: browsers check form-action there too, so loopback must pass. */
    Customizer<HeadersConfigurer<HttpSecurity>> ofSignInPage() {
        return headers -> common(headers, SELF_ONLY + " http://127.0.0.1:*");
    }

    Customizer<HeadersConfigurer<HttpSecurity>> ofApi() {
        return headers -> common(headers, NOTHING);
    }

    private void common(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> issuer.secure())
                        .includeSubDomains(false)
                        .maxAgeInSeconds(31_536_000));
    }
}
