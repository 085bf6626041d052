package org.yilianti.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** All state of one platform on disk. While it is open it is locked against any other. */
final class DataDirectory implements AutoCloseable {

    private static final long MEGABYTE = 1024L * 1024;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the directory, which is created if it does not exist.
     *
     * @param neededMegabytes what must be free on its disk
     * @throws StartRefusal if another platform uses it, it cannot be written, or its disk is full
     */
    static DataDirectory open(Path directory, long neededMegabytes) {
        Path root = directory.toAbsolutePath();
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            long free = Files.getFileStore(root).getUsableSpace() / MEGABYTE;
            if (free < neededMegabytes) {
                throw new StartRefusal(
                        "Only %d MB are free where %s is, but %d MB are needed: free some space or choose another place with --data"
                                .formatted(free, root, neededMegabytes));
            }
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new StartRefusal(
                    "%s cannot be used (%s): choose another place with --data".formatted(root, e.getMessage()));
        }
    }

    Path database() {
        return root.resolve("database");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path engines() {
        return root.resolve("engines");
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new StartRefusal(
                    "%s is in use by another running platform: stop that one, or choose another place with --data"
                            .formatted(root));
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }
}
