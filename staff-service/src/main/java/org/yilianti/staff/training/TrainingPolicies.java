package org.yilianti.staff.training;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of training. */
@Configuration(proxyBeanMethods = false)
class TrainingPolicies {

    @Bean
    Policy<CreditNeeds> creditNeeds() {
        return new Policy<>("training-credits", CreditNeeds.class, CreditNeeds.standard());
    }

    @Bean
    Policy<StandingCourses> standingCourses() {
        return new Policy<>("standing-courses", StandingCourses.class, StandingCourses.standard());
    }
}
