package org.yilianti.incentive.verification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of verification. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    @Bean
    Policy<VerificationRules> verificationRules() {
        return new Policy<>("verification-samples", VerificationRules.class, VerificationRules.standard());
    }
}
