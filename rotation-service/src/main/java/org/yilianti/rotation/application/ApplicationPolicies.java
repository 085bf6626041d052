package org.yilianti.rotation.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of the way to multi-site practice. */
@Configuration(proxyBeanMethods = false)
class ApplicationPolicies {

    @Bean
    Policy<WorkflowPolicy> workflowPolicy() {
        return new Policy<>("application-workflow", WorkflowPolicy.class, WorkflowPolicy.standard());
    }

    @Bean
    Policy<EligibilityPolicy> eligibilityPolicy() {
        return new Policy<>("practice-eligibility", EligibilityPolicy.class, EligibilityPolicy.standard());
    }
}
