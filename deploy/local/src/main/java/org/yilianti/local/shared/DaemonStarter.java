package org.yilianti.local.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.ClassPath;
import org.yilianti.local.process.Folders;
import org.yilianti.local.process.ProcessRecords;
import org.yilianti.local.process.Program;
import org.yilianti.local.process.Readiness;

/** Finds the daemon of a directory and starts one where none lives; of several JVMs only one does so at a time. */
public final class DaemonStarter {

    /** Long enough to unpack half a gigabyte on a slow disk. */
    private static final Duration START = Duration.ofMinutes(4);

    private final Path directory;
    private final Path engines;
    private final String database;

    /**
     * @param directory belongs to this kind of daemon alone
     * @param engines where server programs are unpacked; may be shared
     * @param database the engine's name
     */
    public DaemonStarter(Path directory, Path engines, String database) {
        this.directory = directory.toAbsolutePath();
        this.engines = engines.toAbsolutePath();
        this.database = database;
    }

    /** Returns a connection to the living daemon. */
    public InfrastructureClient connect() {
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The lock in %s was lost".formatted(directory));
                }
                Optional<InfrastructureClient> living = living();
                return living.isPresent() ? living.get() : start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<InfrastructureClient> living() {
        return Announcement.in(directory).flatMap(InfrastructureClient::connect);
    }

    private InfrastructureClient start() throws IOException {
        Path ground = directory.resolve(InfrastructureDaemon.GROUND_PREFIX + UUID.randomUUID());
        Files.createDirectories(ground);
        // The daemon may outlive the next compilation of its own classes.
        Path classes = ground.resolve(ClassPath.ownClasses().getFileName());
        Folders.copy(ClassPath.ownClasses(), classes);
        List<Path> classPath = new ArrayList<>(ClassPath.libraries());
        classPath.addFirst(classes);
        Program program = Program.java(
                "daemon",
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                classPath,
                InfrastructureDaemon.class.getName(),
                List.of(directory.toString(), ground.toString(), engines.toString(), database));
        ChildProcess daemon = new ChildProcess(
                program, directory.resolve("daemon.log"), new ProcessRecords(ground.resolve("starter")));
        daemon.start();
        return Readiness.awaitAnswer(daemon, START, this::living);
    }
}
