package org.yilianti.staff.recruitment;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.association.AssociationCalendar;

/** The terms of recruitment as an association has them today. */
@Component
class RecruitmentPolicies {

    private final Policies policies;
    private final AssociationCalendar calendar;

    RecruitmentPolicies(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    RecruitmentRules inForce(UUID association) {
        return policies.inForce(association, RecruitmentRules.class, calendar.today());
    }

    /** What an association may change of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<RecruitmentRules> recruitmentRules() {
            return new Policy<>("recruitment", RecruitmentRules.class, RecruitmentRules.standard());
        }
    }
}
