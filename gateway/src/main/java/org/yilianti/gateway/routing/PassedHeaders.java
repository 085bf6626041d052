package org.yilianti.gateway.routing;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.yilianti.gateway.identity.Issuer;

/**
 * What a service gets to see of the client's headers: those named here and nothing else, so that no header can claim an
 * identity, an address or a path that the gateway did not check. Cookies stay here. X-Forwarded-* tell
 * the gateway's configured public address, not the Host that the client sent.
 */
@Component
class PassedHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> PASSED = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "content-disposition",
            "content-encoding",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "last-event-id",
            "prefer",
            "range",
            "traceparent",
            "tracestate",
            "user-agent");

    private final URI publicUri;

    PassedHeaders(Issuer issuer) {
        this.publicUri = URI.create(issuer.publicUri());
    }

    /** After the framework's own filters, which would remove the X-Forwarded-* that are written here. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders sent, ServerRequest request) {
        HttpHeaders passed = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                passed.addAll(name, values);
            }
        });
        passed.set("X-Correlation-Id", MDC.get("correlationId"));
        passed.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        passed.set("X-Forwarded-Proto", publicUri.getScheme());
        passed.set("X-Forwarded-Host", publicUri.getHost());
        passed.set("X-Forwarded-Port", Integer.toString(port()));
        return passed;
    }

    private int port() {
        if (publicUri.getPort() >= 0) {
            return publicUri.getPort();
        }
        return publicUri.getScheme().equals("https") ? 443 : 80;
    }
}
