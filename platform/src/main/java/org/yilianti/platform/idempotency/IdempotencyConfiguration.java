package org.yilianti.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yilianti.platform.personal.PersonalDataCipher;

/** Wires the filter behind Spring Security, so that the caller is known. */
@AutoConfiguration
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

    private static final Duration RETENTION = Duration.ofDays(7);

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc, Clock clock) {
        return new IdempotencyKeys(jdbc, clock);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            PersonalDataCipher secrets,
            IdempotencySettings settings) {
        FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
                new IdempotencyFilter(keys, transactions, new PostEndpoints(mapping), problems, secrets, settings));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    KeyPurge keyPurge(IdempotencyKeys keys) {
        return new KeyPurge(keys);
    }

    /** Forgets old keys in the background. */
    record KeyPurge(IdempotencyKeys keys) {

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
        void purge() {
            keys.purge(RETENTION);
        }
    }
}
