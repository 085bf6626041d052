package org.yilianti.local.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a platform is to be run.
 *
 * @param root the project's folder, with the built jars below
 * @param data where the platform keeps its state
 * @param engines where database programs are unpacked, empty for a folder among the data
 * @param database the embedded engine, {@code mariadb} or {@code mysql}
 * @param externalDatabase used in place of the embedded one
 * @param externalKafka the bootstrap servers used in place of the embedded broker
 * @param startup what the services are started for
 * @param neededMegabytes what must be free on the disk of the data
 */
public record PlatformSettings(
        Path root,
        Path data,
        Optional<Path> engines,
        PlatformPorts ports,
        String database,
        Optional<ExternalDatabase> externalDatabase,
        Optional<String> externalKafka,
        Startup startup,
        long neededMegabytes) {

    private static final long USUAL_NEED = 1024;

    /** Returns the settings for embedded components and the documented ports. */
    public static PlatformSettings usual(Path root, Path data) {
        return new PlatformSettings(
                root.toAbsolutePath(),
                data.toAbsolutePath(),
                Optional.empty(),
                PlatformPorts.usual(Map.of(), 0),
                "mariadb",
                Optional.empty(),
                Optional.empty(),
                Startup.NORMAL,
                USUAL_NEED);
    }

    /**
     * Returns the settings for a test of the build that runs now: free ports, the build's engine, started quickly.
     * {@code project.root}, {@code infrastructure.directory} and {@code infrastructure.database} are set by the build.
     */
    public static PlatformSettings forTest(Path data) {
        return usual(Path.of(System.getProperty("project.root", ".")), data)
                .withPorts(PlatformPorts.free(Map.of()))
                .withEngines(
                        Path.of(System.getProperty("infrastructure.directory", "target/infrastructure"), "engines"))
                .withDatabase(System.getProperty("infrastructure.database", "mariadb"))
                .withStartup(Startup.QUICK);
    }

    /** Returns these settings with another value. */
    public PlatformSettings withPorts(PlatformPorts other) {
        return new PlatformSettings(
                root, data, engines, other, database, externalDatabase, externalKafka, startup, neededMegabytes);
    }

    /** Returns these settings with another value. */
    public PlatformSettings withEngines(Path other) {
        return new PlatformSettings(
                root,
                data,
                Optional.of(other.toAbsolutePath()),
                ports,
                database,
                externalDatabase,
                externalKafka,
                startup,
                neededMegabytes);
    }

    /** Returns these settings with another value. */
    public PlatformSettings withDatabase(String other) {
        return new PlatformSettings(
                root, data, engines, ports, other, externalDatabase, externalKafka, startup, neededMegabytes);
    }

    /** Returns these settings with another value. */
    public PlatformSettings withExternal(Optional<ExternalDatabase> otherDatabase, Optional<String> otherKafka) {
        return new PlatformSettings(
                root, data, engines, ports, database, otherDatabase, otherKafka, startup, neededMegabytes);
    }

    /** Returns these settings with another value. */
    public PlatformSettings withStartup(Startup other) {
        return new PlatformSettings(
                root, data, engines, ports, database, externalDatabase, externalKafka, other, neededMegabytes);
    }

    /** Returns the address of the broker for Kafka clients, whether embedded or external. */
    String bootstrapServers() {
        return externalKafka.orElse("127.0.0.1:" + ports.kafka());
    }

    /** Returns every port that must be free, with the process that needs it. */
    Map<String, Integer> neededPorts() {
        Map<String, Integer> needed = new LinkedHashMap<>(ports.byProcess());
        if (externalDatabase.isPresent()) {
            needed.remove(PlatformPorts.DATABASE);
        }
        if (externalKafka.isPresent()) {
            needed.remove(PlatformPorts.KAFKA);
            needed.remove(PlatformPorts.KAFKA_CONTROLLER);
        }
        return needed;
    }
}
