package org.yilianti.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yilianti.platform.access.CallerCheck;

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

    /** Asks whoever looks at the caller alone, as the endpoint's own chain will: what may not be sent there need not be kept. */
    void admit(HttpServletRequest request, HttpServletResponse response) {
        HandlerExecutionChain chain = chain(request);
        if (chain != null) {
            chain.getInterceptorList().stream()
                    .filter(CallerCheck.class::isInstance)
                    .forEach(check -> ((CallerCheck) check).preHandle(request, response, chain.getHandler()));
        }
    }

    private @Nullable HandlerMethod endpoint(HttpServletRequest request) {
        HandlerExecutionChain chain = chain(request);
        return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
    }

    private @Nullable HandlerExecutionChain chain(HttpServletRequest request) {
        try {
            return mapping.getHandler(request);
        } catch (Exception notMapped) { // declared by Spring: wrong method or media type, answered further on
            return null;
        }
    }
}
