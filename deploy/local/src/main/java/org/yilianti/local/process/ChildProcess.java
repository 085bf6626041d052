package org.yilianti.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that is started, ended and started again; its output is appended to a log file. Safe for use by several threads. */
public final class ChildProcess {

    private static final Path SET_SESSION = Path.of("/usr/bin/setsid");

    private static final int LOG_BYTES_READ = 64 * 1024;

    private final Program program;
    private final Path log;
    private final ProcessRecords records;
    private @Nullable Process process;

    public ChildProcess(Program program, Path log, ProcessRecords records) {
        this.program = program;
        this.log = log;
        this.records = records;
    }

    /** Starts the program and returns at once; whether it works shows later. */
    public synchronized void start() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(commandInOwnSession())
                    .directory(program.workingDirectory().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(program.environment());
            process = records.start(program.name(), builder);
        } catch (IOException e) {
            throw new UncheckedIOException("%s does not start: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    /** Asks the program to end, and ends it by force when it has not obeyed within the grace. */
    public synchronized void stop(Duration grace) {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly().onExit().join();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    /** Ends the program at once, as kill -9 does. */
    public synchronized void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            forget();
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Completes when the running program ends; at once when none runs. */
    public synchronized CompletableFuture<Void> onExit() {
        return process == null
                ? CompletableFuture.completedFuture(null)
                : process.onExit().thenAccept(ended -> {});
    }

    /** Returns the process id, empty when the program does not run. */
    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    public String name() {
        return program.name();
    }

    public Path log() {
        return log;
    }

    /** Returns the end of the log, for telling people why the program ended. */
    public List<String> lastLines(int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - LOG_BYTES_READ));
            ByteBuffer end = ByteBuffer.allocate(LOG_BYTES_READ);
            while (file.read(end) > 0) {
                // Until the end of the file or of the buffer.
            }
            List<String> lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        process = null;
        records.remove(program.name());
    }

    /** An own session keeps the terminal's interrupt away: whoever started the program decides the order of ending. */
    private List<String> commandInOwnSession() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SET_SESSION)) {
            command.add(SET_SESSION.toString());
        }
        command.addAll(program.command());
        return command;
    }
}
