package org.yilianti.rotation.roster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** Declares what associations may decide about rosters. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

    @Bean
    Policy<RosterPolicy> rosterPolicy() {
        return new Policy<>("duty-rosters", RosterPolicy.class, RosterPolicy.standard());
    }
}
