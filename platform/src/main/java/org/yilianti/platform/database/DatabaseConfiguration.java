package org.yilianti.platform.database;

import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Migrates the platform's tables under a history of their own, then the service's; offers the clock.
 *
 * <p>Comes before Boot's scheduler, which is made only where scheduling is already enabled.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
@EnableScheduling
class DatabaseConfiguration {

    @Bean
    FlywayMigrationStrategy platformTablesFirst() {
        return service -> {
            Flyway.configure(service.getConfiguration().getClassLoader())
                    .dataSource(service.getConfiguration().getDataSource())
                    .locations("classpath:db/platform")
                    .table("flyway_platform_history")
                    // A schema that is older than its use of the platform has tables of its own already.
                    .baselineOnMigrate(service.info().current() != null)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            service.migrate();
        };
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
