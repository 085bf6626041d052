package org.yilianti.incentive.payout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of how banks are instructed. */
@Configuration(proxyBeanMethods = false)
class PayoutPolicies {

    @Bean
    Policy<BankFilePolicy> bankFilePolicy() {
        return new Policy<>("bank-file", BankFilePolicy.class, BankFilePolicy.standard());
    }
}
