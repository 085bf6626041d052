package org.yilianti.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.shared.DaemonStarter;
import org.yilianti.local.shared.InfrastructureClient;

/**
 * The one real database and the one real broker of a build, shared by the tests of all modules.
 *
 * <p>They are started at first need and end by themselves half a minute after the last JVM that used them. The system
 * property {@code infrastructure.directory} says where they live (the build sets it), {@code infrastructure.database}
 * which engine is meant, {@code mariadb} or {@code mysql}. Topics are shared by everybody: a test that needs a topic of its
 * own creates one with a name of its own, as topics are never created automatically.
 */
public final class TestInfrastructure {

    private static @Nullable TestInfrastructure shared;

    private final InfrastructureClient client;

    private TestInfrastructure(InfrastructureClient client) {
        this.client = client;
    }

    /**
     * Returns the infrastructure of this build, ready for use; the first call of a build takes some seconds.
     *
     * @throws IllegalStateException if it does not start, with the reason
     */
    public static synchronized TestInfrastructure shared() {
        TestInfrastructure existing = shared;
        if (existing == null) {
            Path root = Path.of(System.getProperty("infrastructure.directory", "target/infrastructure"));
            String database = System.getProperty("infrastructure.database", "mariadb");
            // Each engine has a daemon of its own: nobody who asked for one is served by the other.
            DaemonStarter starter = new DaemonStarter(root.resolve(database), root.resolve("engines"), database);
            existing = new TestInfrastructure(starter.connect());
            shared = existing;
        }
        return existing;
    }

    /** Returns the address of the broker for Kafka clients. */
    public String bootstrapServers() {
        return client.bootstrapServers();
    }

    /**
     * Returns a new, empty schema with a user who can do anything in it and nothing outside.
     *
     * @param prefix of its name, for people who look into the database: at most 16 small letters, digits and underscores
     */
    public DatabaseAccess newSchema(String prefix) {
        return client.newSchema(prefix);
    }
}
