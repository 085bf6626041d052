package org.yilianti.gateway.routing;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yilianti.gateway.session.SessionTokens;

/** Gives a call that came with a session cookie the bearer token it stands for; others bring their own. */
@Component
class SessionRelay implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final SessionTokens tokens;

    SessionRelay(SessionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (request.servletRequest().getUserPrincipal() instanceof OAuth2AuthenticationToken session) {
            String token = tokens.current(session);
            return next.handle(ServerRequest.from(request)
                    .headers(headers -> headers.setBearerAuth(token))
                    .build());
        }
        return next.handle(request);
    }
}
