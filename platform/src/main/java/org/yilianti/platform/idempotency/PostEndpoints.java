package org.yilianti.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows this process's own POST endpoints; others, be they unknown or forwarded elsewhere, are none of the filter's business. */
class PostEndpoints {

    private final RequestMappingHandlerMapping mapping;

    PostEndpoints(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    boolean contain(HttpServletRequest request) {
        return endpoint(request) != null;
    }

    /** Whether it is {@link WithoutIdempotencyKey}. */
    boolean takeWithoutKey(HttpServletRequest request) {
        HandlerMethod endpoint = endpoint(request);
        return endpoint == null || endpoint.hasMethodAnnotation(WithoutIdempotencyKey.class);
    }

    private @Nullable HandlerMethod endpoint(HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception notMapped) { // declared by Spring: wrong method or media type, answered further on
            return null;
        }
    }
}
