package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;

/** What an association may change of emergency teams. */
@Configuration(proxyBeanMethods = false)
class TeamPolicies {

    @Bean
    Policy<TeamRules> teamRules() {
        return new Policy<>("emergency-teams", TeamRules.class, TeamRules.standard());
    }

    static TeamRules on(Policies policies, UUID association, LocalDate day) {
        return policies.inForce(association, TeamRules.class, day);
    }
}
