package org.yilianti.staff.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may change of evidence files, and the scanner of this installation. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    Policy<EvidenceRules> evidenceRules() {
        return new Policy<>("evidence-files", EvidenceRules.class, EvidenceRules.standard());
    }

    @Bean
    VirusScan virusScan(EvidenceSettings settings) {
        return settings.scanner();
    }
}
