package org.yilianti.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets a request through to its endpoint only with one of the roles that {@link Requires} names.
 *
 * <p>It runs before any argument is read, so a caller without the role learns nothing about the validity of a body. Method
 * security would come after.
 */
class RoleInterceptor implements CallerCheck, SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final CallerSource callers;

    RoleInterceptor(ObjectProvider<RequestMappingHandlerMapping> mappings, CallerSource callers) {
        this.mappings = mappings;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires == null || !callers.current().hasAny(requires.value())) {
                throw new AccessDeniedException("role missing for " + method);
            }
        }
        return true;
    }

    /** Refuses to start with an endpoint that names no role. */
    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(RoleInterceptor::isOurs)
                .filter(method -> method.getMethodAnnotation(Requires.class) == null)
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalStateException(method + " must name the roles it requires: add @Requires");
                });
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.yilianti.")
                && !method.hasMethodAnnotation(WithoutRole.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), WithoutRole.class);
    }
}
