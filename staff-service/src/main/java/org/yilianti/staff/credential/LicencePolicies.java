package org.yilianti.staff.credential;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.association.AssociationCalendar;

/** The rules for licences as an association has them today. */
@Component
class LicencePolicies {

    private final Policies policies;
    private final AssociationCalendar calendar;

    LicencePolicies(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    LicenceTerms terms(UUID association) {
        return policies.inForce(association, LicenceTerms.class, calendar.today());
    }

    /** Every rule that a licence is judged by when it is recorded. */
    List<LicenceRule> inForce(UUID association) {
        return LicenceRule.all(terms(association));
    }

    /** What an association may change of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<LicenceTerms> licenceTerms() {
            return new Policy<>("licence-terms", LicenceTerms.class, LicenceTerms.standard());
        }
    }
}
