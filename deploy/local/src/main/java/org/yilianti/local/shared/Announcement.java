package org.yilianti.local.shared;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * What a daemon publishes for its clients: a file only its owner can read.
 *
 * @param token what a client shows to be served, and recognises its daemon by
 */
record Announcement(int port, String token, String bootstrapServers, String database) {

    private static final String FILE = "infrastructure.properties";

    /** Returns what is announced in the directory; empty if nothing complete is. */
    static Optional<Announcement> in(Path directory) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(FILE))) {
            properties.load(reader);
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Announcement(
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("token"),
                properties.getProperty("bootstrapServers"),
                properties.getProperty("database")));
    }

    /** Publishes in one step: a reader sees all of it or nothing. */
    void publish(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.put("port", Integer.toString(port));
        properties.put("token", token);
        properties.put("bootstrapServers", bootstrapServers);
        properties.put("database", database);
        Path unfinished = directory.resolve(FILE + "." + token);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, null);
        }
        Files.move(
                unfinished,
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the announcement back, unless another daemon has replaced it. */
    void withdraw(Path directory) throws IOException {
        if (isCurrent(directory)) {
            Files.deleteIfExists(directory.resolve(FILE));
        }
    }

    boolean isCurrent(Path directory) {
        return in(directory).filter(this::equals).isPresent();
    }

    /** Leaves the token out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "%s and Kafka at %s".formatted(database, bootstrapServers);
    }
}
