package org.yilianti.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yilianti.platform.problem.Refusal;

/** Has people sign in again before endpoints with {@link RequiresRecentSignIn}; after roles, before anything of the body is read. */
class RecentSignInInterceptor implements HandlerInterceptor {

    private final ObjectProvider<RecentSignIn> rule;
    private final CallerSource callers;
    private final Clock clock;

    RecentSignInInterceptor(ObjectProvider<RecentSignIn> rule, CallerSource callers, Clock clock) {
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
}
