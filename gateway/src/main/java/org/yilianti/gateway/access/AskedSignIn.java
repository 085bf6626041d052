package org.yilianti.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Starts a browser's sign-in, and asks the issuer for the password again where the page did: {@code ?prompt=login}. */
class AskedSignIn implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver start;

    AskedSignIn(ClientRegistrationRepository issuers, String address) {
        this.start = new DefaultOAuth2AuthorizationRequestResolver(issuers, address);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withPrompt(request, start.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String issuer) {
        return withPrompt(request, start.resolve(request, issuer));
    }

    private static @Nullable OAuth2AuthorizationRequest withPrompt(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest started) {
        return started == null || !"login".equals(request.getParameter("prompt"))
                ? started
                : OAuth2AuthorizationRequest.from(started)
                        .additionalParameters(more -> more.put("prompt", "login"))
                        .build();
    }
}
