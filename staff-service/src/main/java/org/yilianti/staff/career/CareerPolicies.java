package org.yilianti.staff.career;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of careers. */
@Configuration(proxyBeanMethods = false)
class CareerPolicies {

    @Bean
    Policy<TitleLadder> titleLadder() {
        return new Policy<>("title-ladder", TitleLadder.class, TitleLadder.standard());
    }

    @Bean
    Policy<PromotionRewards> promotionRewards() {
        return new Policy<>("promotion-rewards", PromotionRewards.class, PromotionRewards.standard());
    }
}
