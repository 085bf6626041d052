package org.yilianti.rotation.service;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** What an association may set for its records of service. */
@Configuration(proxyBeanMethods = false)
class ServicePolicies {

    @Bean
    Policy<ServiceSettings> serviceRecordsPolicy() {
        return new Policy<>("service-records", ServiceSettings.class, ServiceSettings.standard());
    }
}
