package org.yilianti.staff.privacy;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.association.AssociationCalendar;

/** The rules for personal data as an association has them today. */
@Component
class PrivacyPolicies {

    private final Policies policies;
    private final AssociationCalendar calendar;

    PrivacyPolicies(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    DisclosureLimits limits(UUID association) {
        return policies.inForce(association, DisclosureLimits.class, calendar.today());
    }

    RetentionRules retention(UUID association) {
        return policies.inForce(association, RetentionRules.class, calendar.today());
    }

    /** What an association may change of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<DisclosureLimits> disclosureLimits() {
            return new Policy<>("disclosure-limits", DisclosureLimits.class, DisclosureLimits.standard());
        }

        @Bean
        Policy<RetentionRules> retentionRules() {
            return new Policy<>("personal-data-retention", RetentionRules.class, RetentionRules.standard());
        }
    }
}
