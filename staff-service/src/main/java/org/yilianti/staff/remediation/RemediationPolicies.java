package org.yilianti.staff.remediation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of remediation. */
@Configuration(proxyBeanMethods = false)
class RemediationPolicies {

    @Bean
    Policy<RemediationRules> remediationRules() {
        return new Policy<>("post-qualifications", RemediationRules.class, RemediationRules.standard());
    }
}
