package org.yilianti.staff.assessment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of assessments. */
@Configuration(proxyBeanMethods = false)
class AssessmentPolicies {

    @Bean
    Policy<AssessmentCycles> assessmentCycles() {
        return new Policy<>("assessment-cycles", AssessmentCycles.class, AssessmentCycles.standard());
    }
}
