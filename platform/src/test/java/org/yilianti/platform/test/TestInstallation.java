package org.yilianti.platform.test;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.yilianti.local.TestInfrastructure;
import org.yilianti.local.database.DatabaseAccess;

/** Gives an application context what the launcher gives a process. */
public final class TestInstallation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static {
        // What is waited for is mostly there already: look at once, and often.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestInfrastructure infrastructure = TestInfrastructure.shared();
        DatabaseAccess database = infrastructure.newSchema("test");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-installation",
                        Map.of(
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password(),
                                "spring.datasource.hikari.maximum-pool-size", "8",
                                "spring.kafka.bootstrap-servers", infrastructure.bootstrapServers(),
                                "platform.events.topic-prefix",
                                        "t" + UUID.randomUUID().toString().substring(0, 8) + ".",
                                "platform.events.topic-partitions", "2",
                                "platform.jwt.issuer", TestIssuer.ISSUER,
                                "platform.jwt.jwk-set-uri", TestIssuer.jwkSetUri(),
                                "platform.master-key", Base64.getEncoder().encodeToString(new byte[32]))));
    }
}
