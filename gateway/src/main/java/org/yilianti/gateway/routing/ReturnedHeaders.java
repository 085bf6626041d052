package org.yilianti.gateway.routing;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a client gets to see of a service's headers: not those that are the gateway's business (caching, security,
 * cookies), and in Location no address behind the gateway.
 */
@Component
class ReturnedHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> KEPT_BACK = Set.of(
            "cache-control",
            "pragma",
            "expires",
            "content-security-policy",
            "strict-transport-security",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "set-cookie",
            "server",
            "x-powered-by",
            "x-correlation-id");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders answered, ServerResponse response) {
        HttpHeaders returned = new HttpHeaders();
        answered.forEach((name, values) -> {
            if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                returned.addAll(name, values);
            }
        });
        URI location = answered.getLocation();
        if (location != null && location.isAbsolute()) {
            String query = location.getRawQuery();
            returned.setLocation(URI.create(location.getRawPath() + (query == null ? "" : "?" + query)));
        }
        return returned;
    }
}
