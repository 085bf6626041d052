package org.yilianti.gateway.limits;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.yilianti.platform.problem.ProblemWriter;

/** Puts the body limit before everything that reads; the rates take their place inside the security chains. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int AFTER_CORRELATION = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> registration =
                new FilterRegistrationBean<>(new BodyLimit(settings, problems));
        registration.setOrder(AFTER_CORRELATION);
        return registration;
    }

    @Bean
    CallRate callRate(LimitSettings settings, ProblemWriter problems) {
        return new CallRate(settings.calls(), problems);
    }

    @Bean
    SignInRate signInRate(LimitSettings settings, ProblemWriter problems) {
        return new SignInRate(settings.signIns(), problems);
    }

    /** Not for every request: the security chains place it after authentication. */
    @Bean
    FilterRegistrationBean<CallRate> callRateOnlyInChains(CallRate filter) {
        FilterRegistrationBean<CallRate> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Not for every request: only the issuer's chain uses it. */
    @Bean
    FilterRegistrationBean<SignInRate> signInRateOnlyInChains(SignInRate filter) {
        FilterRegistrationBean<SignInRate> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
