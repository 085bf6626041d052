package org.yilianti.rotation.feed.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yilianti.rotation.feed.FeedManagement;

/** The one address of this service that needs no token: it carries its own key. */
@Configuration(proxyBeanMethods = false)
class OpenFeeds {

    private static final String ADDRESS = "/v1/roster-feeds/{secret}.ics";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Outside the chain of tokens, of which there is none here to judge. */
    @Bean
    WebSecurityCustomizer feedsWithoutTokens() {
        return web -> web.ignoring()
                .requestMatchers(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, ADDRESS));
    }

    @Bean
    RouterFunction<ServerResponse> feedRoute(FeedManagement feeds) {
        return RouterFunctions.route()
                .GET(ADDRESS, request -> read(feeds, request))
                .build();
    }

    /** Unknown, malformed and revoked addresses answer alike. */
    private static ServerResponse read(FeedManagement feeds, ServerRequest request) {
        String secret = request.pathVariable("secret");
        return (SECRET.matcher(secret).matches() ? feeds.calendar(secret) : Optional.<String>empty())
                .map(text -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(text))
                .orElseGet(() -> ServerResponse.notFound().build());
    }
}
