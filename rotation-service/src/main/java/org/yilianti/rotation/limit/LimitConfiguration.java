package org.yilianti.rotation.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** Declares what associations may decide about exceptions. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    Policy<LimitPolicy> limitPolicy() {
        return new Policy<>("personal-limits", LimitPolicy.class, LimitPolicy.standard());
    }
}
