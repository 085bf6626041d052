package org.yilianti.platform.policy;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yilianti.platform.audit.AuditTrail;

/** Wires the policies that a service declares. */
@AutoConfiguration
@Import({PolicyController.class, PolicyReading.class, PolicyVersions.class, PolicySettings.class})
class PolicyConfiguration {

    @Bean
    @SuppressWarnings({"unchecked", "rawtypes"}) // a provider of a generic type finds only beans of that very type
    Policies policies(ObjectProvider<Policy> declared, PolicyVersions versions, PolicySettings settings, Clock clock) {
        List<Policy<?>> all = (List) declared.stream().toList();
        return new Policies(all, versions, settings, clock);
    }

    @Bean
    PolicyManagement policyManagement(
            Policies policies, PolicySettings settings, PolicyVersions versions, AuditTrail audit, Clock clock) {
        return new PolicyManagement(policies, settings, versions, audit, clock);
    }
}
