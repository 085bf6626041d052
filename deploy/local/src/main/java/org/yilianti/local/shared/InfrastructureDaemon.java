package org.yilianti.local.shared;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yilianti.local.broker.EmbeddedKafka;
import org.yilianti.local.database.DatabaseEngine;
import org.yilianti.local.database.EmbeddedDatabase;
import org.yilianti.local.process.Folders;
import org.yilianti.local.process.Ports;
import org.yilianti.local.process.ProcessRecords;

/** The process that owns the database and the broker of a build; started by {@link DaemonStarter}. */
final class InfrastructureDaemon {

    static final String GROUND_PREFIX = "daemon-";
    private static final String RECORDS = "processes";
    private static final String LIFE = "life.lock";
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration CHECK = Duration.ofMillis(500);

    private final Path directory;
    private final Path ground;
    private final String database;
    private final EmbeddedDatabase server;
    private final EmbeddedKafka broker;

    private InfrastructureDaemon(Path directory, Path ground, Path engines, String database) {
        this.directory = directory;
        this.ground = ground;
        this.database = database;
        ProcessRecords records = new ProcessRecords(ground.resolve(RECORDS));
        List<Integer> ports = Ports.free(3);
        this.server = new EmbeddedDatabase(
                DatabaseEngine.named(database),
                engines,
                ground.resolve("database"),
                ports.get(0),
                UUID.randomUUID().toString(),
                directory.resolve("database.log"),
                records);
        this.broker = new EmbeddedKafka(
                ground.resolve("kafka"),
                ports.get(1),
                ports.get(2),
                List.of("-XX:TieredStopAtLevel=1"),
                directory.resolve("kafka.log"),
                records);
    }

    /** Runs until nobody needs it. Arguments: directory, ground, folder of the server programs, engine. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Path ground = Path.of(arguments[1]);
        // Held, and therefore open, until this process ends: it is how others see that the ground is in use.
        FileChannel life = FileChannel.open(ground.resolve(LIFE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        life.lock();
        removeDeadGrounds(directory, ground);
        new InfrastructureDaemon(directory, ground, Path.of(arguments[2]), arguments[3]).run();
        life.close();
    }

    private void run() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        try (ServerSocket door = new ServerSocket(0, 50, Ports.loopback());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(server::start, executor),
                            CompletableFuture.runAsync(broker::start, executor))
                    .join();
            Announcement announcement = new Announcement(
                    door.getLocalPort(), UUID.randomUUID().toString(), broker.bootstrapServers(), database);
            Reception reception = new Reception(door, announcement.token(), new TestSchemas(server.schemas()));
            Thread.ofVirtual().start(reception::receive);
            announcement.publish(directory);
            System.out.println("Serving " + announcement);
            while (announcement.isCurrent(directory) && reception.idle().compareTo(IDLE) < 0) {
                TimeUnit.MILLISECONDS.sleep(CHECK.toMillis());
            }
            announcement.withdraw(directory);
        }
        System.exit(0);
    }

    /** The data are of no use to anybody: no time is spent on an orderly end. */
    private void end() {
        server.process().kill();
        broker.process().kill();
        Folders.delete(ground);
    }

    private static void removeDeadGrounds(Path directory, Path own) throws IOException {
        List<Path> others;
        try (Stream<Path> entries = Files.list(directory)) {
            others = entries.filter(entry -> entry.getFileName().toString().startsWith(GROUND_PREFIX))
                    .filter(entry -> !entry.equals(own))
                    .toList();
        }
        for (Path ground : others) {
            try (FileChannel life =
                    FileChannel.open(ground.resolve(LIFE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (life.tryLock() != null) {
                    new ProcessRecords(ground.resolve(RECORDS)).endLeftovers();
                    Folders.delete(ground);
                }
            } catch (java.nio.file.NoSuchFileException itsOwnDaemonWasFaster) {
                // Removed meanwhile, as wished.
            }
        }
    }
}
