package org.yilianti.incentive.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of campaigns. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    Policy<CampaignRules> campaignRules() {
        return new Policy<>("evaluation-campaigns", CampaignRules.class, CampaignRules.standard());
    }
}
