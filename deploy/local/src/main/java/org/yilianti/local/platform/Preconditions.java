package org.yilianti.local.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.yilianti.local.database.SchemaAdministration;
import org.yilianti.local.process.Ports;

/** What must hold before anything is started; each check throws a {@link StartRefusal} that says what to do. */
final class Preconditions {

    private static final int ANSWER_SECONDS = 10;

    private Preconditions() {}

    static void require(PlatformSettings settings, SchemaAdministration database) {
        requireFreePorts(settings.neededPorts());
        settings.externalDatabase().ifPresent(external -> requireAnswer(database, external.user()));
        settings.externalKafka().ifPresent(Preconditions::requireAnswer);
    }

    static void requireFreePorts(Map<String, Integer> ports) {
        ports.forEach((process, port) -> {
            if (!Ports.isFree(port)) {
                throw new StartRefusal(
                        "Port %d, which %s needs, is occupied: stop the other program, or move all ports with --port-base"
                                .formatted(port, process));
            }
        });
    }

    static void requireAnswer(SchemaAdministration database, String user) {
        try {
            database.check();
        } catch (SQLException e) {
            throw new StartRefusal(
                    "The database at %s does not let %s in (%s): check --mysql-url, --mysql-user and --mysql-password"
                            .formatted(database.server(), user, firstLine(e)));
        }
    }

    static void requireAnswer(String bootstrapServers) {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.describeCluster().nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new StartRefusal("Kafka at %s does not answer (%s): check --kafka"
                    .formatted(bootstrapServers, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("Interrupted while waiting for Kafka at " + bootstrapServers);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
