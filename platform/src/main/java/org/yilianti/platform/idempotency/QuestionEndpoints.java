package org.yilianti.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows which POST endpoints are {@link WithoutIdempotencyKey}, and lets unknown addresses pass to their 404 or 405. */
class QuestionEndpoints {

    private final RequestMappingHandlerMapping mapping;

    QuestionEndpoints(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    boolean contain(HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null
                    || !(chain.getHandler() instanceof HandlerMethod method)
                    || method.hasMethodAnnotation(WithoutIdempotencyKey.class);
        } catch (Exception notMapped) { // declared by Spring: wrong method or media type, answered further on
            return true;
        }
    }
}
