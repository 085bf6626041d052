package org.yilianti.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yilianti.platform.problem.Refusal;

/** Hands {@link PageRequest} and {@link ExpectedVersion} to controller methods that ask for them. */
class RequestArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class
                || parameter.getParameterType() == ExpectedVersion.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == PageRequest.class
                ? page(request)
                : version(request.getHeader("If-Match"), parameter.isOptional());
    }

    private static @Nullable ExpectedVersion version(@Nullable String ifMatch, boolean optional) {
        return ifMatch == null && optional ? null : ExpectedVersion.parse(ifMatch);
    }

    private static PageRequest page(NativeWebRequest request) {
        String after = request.getParameter("after");
        return new PageRequest(limit(request), after == null ? null : Cursor.decoded(after));
    }

    private static int limit(NativeWebRequest request) {
        String limit = request.getParameter("limit");
        try {
            return limit == null ? PageRequest.DEFAULT_LIMIT : Integer.parseInt(limit);
        } catch (NumberFormatException malformed) {
            throw Refusal.malformed("request.limit-invalid", PageRequest.MAX_LIMIT, limit);
        }
    }
}
