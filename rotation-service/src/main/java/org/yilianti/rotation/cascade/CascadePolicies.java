package org.yilianti.rotation.cascade;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of the cascade. */
@Configuration(proxyBeanMethods = false)
class CascadePolicies {

    @Bean
    Policy<CascadePolicy> cascadePolicy() {
        return new Policy<>("agreement-cascade", CascadePolicy.class, CascadePolicy.standard());
    }

    @Bean
    Policy<HoursPolicy> hoursPolicy() {
        return new Policy<>("agreement-hours", HoursPolicy.class, HoursPolicy.standard());
    }

    @Bean
    Policy<ReminderPolicy> reminderPolicy() {
        return new Policy<>("agreement-reminders", ReminderPolicy.class, ReminderPolicy.standard());
    }
}
