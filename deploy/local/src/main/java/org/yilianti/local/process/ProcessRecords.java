package org.yilianti.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes that were started for one directory, one small file for each, so that a later run can end the leftovers. */
public final class ProcessRecords {

    /** The start of a process is derived from the clock at boot; a corrected clock moves it a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Path directory;
    private boolean closed;

    public ProcessRecords(Path directory) {
        this.directory = directory;
    }

    /** Ends, without grace, every recorded process that still runs; returns their names. */
    public List<String> endLeftovers() {
        List<String> ended = new ArrayList<>();
        for (Path record : records()) {
            runningProcess(record).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
                ended.add(record.getFileName().toString());
            });
            delete(record);
        }
        return ended;
    }

    /** From now on no process is started: who ends all processes must not meet a new one behind the back. */
    public synchronized void close() {
        closed = true;
    }

    /**
     * Starts and records a process.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    synchronized Process start(String name, ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IllegalStateException(name + " is not started any more: everything is being stopped");
        }
        Files.createDirectories(directory);
        Process process = builder.start();
        Files.writeString(directory.resolve(name), process.pid() + " " + startOf(process.toHandle()));
        return process;
    }

    void remove(String name) {
        delete(directory.resolve(name));
    }

    private List<Path> records() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> records = Files.list(directory)) {
            return records.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> runningProcess(Path record) {
        try {
            // A record that was cut off in the middle names no process that could be trusted.
            String[] parts = Files.readString(record).split(" ", 2);
            if (parts.length != 2) {
                return Optional.empty();
            }
            Instant start = Instant.parse(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process ->
                            Duration.between(startOf(process), start).abs().compareTo(TOLERANCE) < 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static void delete(Path record) {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
