package org.yilianti.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.database.SchemaAdministration;
import org.yilianti.local.process.Component;
import org.yilianti.local.process.ProcessRecords;

/**
 * The running platform: what {@code deploy/up} shows to people and what end-to-end tests disturb.
 *
 * <p>Processes are named {@code database}, {@code kafka}, {@code staff-service}, {@code rotation-service},
 * {@code incentive-service} and {@code gateway}; further replicas are {@code staff-service-2} and so on.
 */
public final class LocalPlatform implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final PlatformSettings settings;
    private final Consumer<String> report;
    private final DataDirectory directory;
    private final Secrets secrets;
    private final ProcessRecords records;
    private final SchemaAdministration schemas;
    private final Ensemble ensemble;
    private final Supervisor supervisor;
    private final CompletableFuture<Component> failure = new CompletableFuture<>();

    private boolean closed;

    private LocalPlatform(PlatformSettings settings, DataDirectory directory, Consumer<String> report) {
        this.settings = settings;
        this.report = report;
        this.directory = directory;
        this.secrets = Secrets.in(directory.secrets());
        this.records = new ProcessRecords(directory.processes());
        Assembly assembly = new Assembly(settings, directory, secrets, records);
        this.schemas = assembly.schemas();
        this.ensemble = assembly.ensemble();
        this.supervisor = new Supervisor(report, failure::complete);
    }

    /**
     * Takes possession of the data directory and gets everything ready; starts nothing yet.
     *
     * @param report gets lines for people: progress, deaths, returns; from several threads
     * @throws StartRefusal if the directory is in use, its disk is full, or a program was not built
     */
    public static LocalPlatform open(PlatformSettings settings, Consumer<String> report) {
        DataDirectory directory = DataDirectory.open(settings.data(), settings.neededMegabytes());
        try {
            return new LocalPlatform(settings, directory, report);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Whether all jars have the cache of a training run, which makes starts quicker. */
    public static boolean isTrained(Path root) {
        return PreparedJar.all(root).values().stream().allMatch(PreparedJar::isTrained);
    }

    /**
     * Starts everything and returns when all is healthy; if that fails, nothing is left running.
     *
     * @throws StartRefusal if something that only the user can change is in the way
     * @throws IllegalStateException if a process does not come up, with the end of its log
     */
    public void start() {
        try {
            List<String> leftovers = records.endLeftovers();
            if (!leftovers.isEmpty()) {
                report.accept("Ended what an earlier run had left: " + String.join(", ", leftovers));
            }
            Preconditions.require(settings, schemas);
            ensemble.startStores(report);
            createSchemas();
            ensemble.startApplications(report);
            ensemble.all().forEach(supervisor::watch);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Stops the gateway, then the services, the broker and the database; returns when none of them is left. Does nothing
     * when that was done.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        records.close();
        ensemble.all().forEach(supervisor::release);
        ensemble.stop(settings.startup().grace());
        directory.close();
    }

    /** Whether there may be something left to stop. */
    public synchronized boolean isOpen() {
        return !closed;
    }

    /** Kills the process as kill -9 does; it is then started again, as after any death. */
    public void kill(String name) {
        ensemble.named(name).process().kill();
    }

    /** Stops the process in good order; it stays down until {@link #start(String)}. */
    public void stop(String name) {
        Component component = ensemble.named(name);
        supervisor.release(component);
        component.process().stop(GRACE);
    }

    /** Starts a stopped process and returns when it is healthy. */
    public void start(String name) {
        Component component = ensemble.named(name);
        component.start();
        supervisor.watch(component);
    }

    /** Returns the id of the process; empty while it does not run. */
    public Optional<Long> pid(String name) {
        return ensemble.named(name).process().pid();
    }

    /** Whether every process runs and every service and the gateway say that they are healthy now. */
    public boolean isHealthy() {
        return ensemble.all().allMatch(component -> component.process().isAlive())
                && ensemble.replicas().allMatch(Application::isHealthy);
    }

    /** Completes with the component that keeps dying, if there is ever one. */
    public CompletableFuture<Component> failure() {
        return failure;
    }

    /** Returns the address clients use. */
    public URI gateway() {
        return address("gateway");
    }

    /** Returns the own address of one service process, past the gateway. */
    public URI address(String name) {
        return ensemble.replicas()
                .filter(replica -> replica.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no address"))
                .address();
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Returns how the module's own user reaches its schema. */
    public DatabaseAccess database(Module module) {
        return schemas.access(module.schema(), secrets.databasePassword(module));
    }

    /** Returns the address of the broker for Kafka clients. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    private void createSchemas() {
        try {
            for (Module module : Module.values()) {
                schemas.ensure(module.schema(), secrets.databasePassword(module));
            }
        } catch (SQLException e) {
            throw new StartRefusal(
                    "The schemas cannot be created at %s (%s): the user needs the right to create schemas and users"
                            .formatted(schemas.server(), e.getMessage()));
        }
    }
}
