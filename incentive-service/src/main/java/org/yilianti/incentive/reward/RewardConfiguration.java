package org.yilianti.incentive.reward;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of rewards and punishments. */
@Configuration(proxyBeanMethods = false)
class RewardConfiguration {

    @Bean
    Policy<RewardPolicy> rewardPolicy() {
        return new Policy<>("rewards", RewardPolicy.class, RewardPolicy.standard());
    }
}
