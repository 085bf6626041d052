package org.yilianti.incentive.appeal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of appeals. */
@Configuration(proxyBeanMethods = false)
class AppealConfiguration {

    @Bean
    Policy<AppealPolicy> appealPolicy() {
        return new Policy<>("pay-appeals", AppealPolicy.class, AppealPolicy.standard());
    }
}
