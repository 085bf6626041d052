package org.yilianti.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yilianti.local.process.Folders;

/**
 * A database server packed in a zip or jar file.
 *
 * @param root the path of the server's home inside the archive, empty or ending in a slash
 * @param needed the files and, ending in a slash, the folders below the root that are worth unpacking
 */
record ServerArchive(Path archive, String root, List<String> needed) {

    /** Unpacks into the folder unless that was done before; several processes may try at once. */
    Path unpack(Path home) {
        try {
            Files.createDirectories(home.getParent());
            Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(home)) {
                    Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
                    Folders.delete(unfinished);
                    copyTo(unfinished);
                    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be unpacked: %s".formatted(archive, e.getMessage()), e);
        }
    }

    private void copyTo(Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().filter(this::isNeeded).toList()) {
                String name = entry.getName().substring(root.length());
                Path file = target.resolve(name).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("an entry points out of the archive: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (name.startsWith("bin/") || name.startsWith("scripts/")) {
                    makeExecutable(file);
                }
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + file);
        }
    }

    private boolean isNeeded(ZipEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(root)) {
            return false;
        }
        String name = entry.getName().substring(root.length());
        return needed.stream().anyMatch(item -> item.endsWith("/") ? name.startsWith(item) : name.equals(item));
    }
}
