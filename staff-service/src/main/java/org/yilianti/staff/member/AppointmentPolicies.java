package org.yilianti.staff.member;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.association.AssociationCalendar;

/** The rules for appointments as an association has them today. */
@Component
class AppointmentPolicies {

    private final Policies policies;
    private final AssociationCalendar calendar;

    AppointmentPolicies(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    /** Every rule that a new appointment is judged by. */
    List<AppointmentPolicy> inForce(UUID association) {
        return AppointmentPolicy.all(policies.inForce(association, AppointmentLimits.class, calendar.today()));
    }

    /** What an association may change of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<AppointmentLimits> appointmentLimits() {
            return new Policy<>("appointment-limits", AppointmentLimits.class, AppointmentLimits.standard());
        }
    }
}
