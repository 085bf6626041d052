package org.yilianti.platform.audit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.ObjectMapper;

/** Wires the trail, its chain and its list. */
@AutoConfiguration
@Import(AuditEntryController.class)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        return new AuditTrail(jdbc, json, clock);
    }

    @Bean
    AuditEntries auditEntries(JdbcClient jdbc) {
        return new AuditEntries(jdbc);
    }

    @Bean
    AuditChain auditChain(JdbcClient jdbc, JdbcTemplate batches) {
        return new AuditChain(jdbc, batches);
    }

    @Bean
    Sealing sealing(AuditChain chain) {
        return new Sealing(chain);
    }

    /** Seals every second until nothing is left unsealed. */
    record Sealing(AuditChain chain) {

        @Scheduled(fixedDelayString = "PT1S")
        void seal() {
            int sealed;
            do {
                sealed = chain.seal();
            } while (sealed > 0);
        }
    }
}
