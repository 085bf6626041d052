package org.yilianti.rotation.practice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of lawful practice. */
@Configuration(proxyBeanMethods = false)
class PracticePolicies {

    @Bean
    Policy<PracticePolicy> practicePolicy() {
        return new Policy<>("lawful-practice", PracticePolicy.class, PracticePolicy.standard());
    }
}
