package org.yilianti.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yilianti.platform.problem.Refusal;

/** Has people sign in again before endpoints with {@link RequiresRecentSignIn}; after roles, before anything of the body is read. */
class RecentSignInInterceptor implements CallerCheck, SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RecentSignIn> rule;
    private final CallerSource callers;
    private final Clock clock;

    RecentSignInInterceptor(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RecentSignIn> rule,
            CallerSource callers,
            Clock clock) {
        this.mappings = mappings;
        this.rule = rule;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(RequiresRecentSignIn.class)) {
            Caller caller = callers.current();
            Duration longest = rule.getObject().longestAge(caller.association());
            Instant signedInAt = caller.signedInAt();
            if (signedInAt == null || signedInAt.plus(longest).isBefore(clock.instant())) {
                throw Refusal.signInAgain(longest);
            }
        }
        return true;
    }

    /** Refuses to start when an endpoint asks for a recent sign-in and nothing says how recent. */
    @Override
    public void afterSingletonsInstantiated() {
        boolean asked = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .anyMatch(method -> method.hasMethodAnnotation(RequiresRecentSignIn.class));
        if (asked && rule.getIfAvailable() == null) {
            throw new IllegalStateException("an endpoint requires a recent sign-in: declare a RecentSignIn bean");
        }
    }
}
