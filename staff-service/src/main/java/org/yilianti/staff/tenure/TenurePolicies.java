package org.yilianti.staff.tenure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of directors' tenure. */
@Configuration(proxyBeanMethods = false)
class TenurePolicies {

    @Bean
    Policy<TenureRules> tenureRules() {
        return new Policy<>("director-tenure", TenureRules.class, TenureRules.standard());
    }
}
