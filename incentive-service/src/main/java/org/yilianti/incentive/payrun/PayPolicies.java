package org.yilianti.incentive.payrun;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of how pay is computed. */
@Configuration(proxyBeanMethods = false)
class PayPolicies {

    @Bean
    Policy<PayPolicy> payPolicy() {
        return new Policy<>("performance-pay", PayPolicy.class, PayPolicy.standard());
    }

    @Bean
    Policy<CorrectionPolicy> correctionPolicy() {
        return new Policy<>("pay-corrections", CorrectionPolicy.class, CorrectionPolicy.standard());
    }
}
