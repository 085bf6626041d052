package org.yilianti.local.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonStarterTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @AfterEach
    void endTheDaemon() throws IOException {
        withdrawAnnouncement();
        Awaitility.await().atMost(PATIENCE).until(() -> grounds().isEmpty());
    }

    @Test
    void aSecondClientIsServedByTheSameDaemon() {
        InfrastructureClient first = starter().connect();
        InfrastructureClient second = starter().connect();

        assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
        assertThat(second.newSchema("daemon").jdbcUrl())
                .isNotEqualTo(first.newSchema("daemon").jdbcUrl());
    }

    @Test
    void aKilledDaemonIsReplacedAndItsLeftoversAreEnded() throws IOException {
        starter().connect();
        List<ProcessHandle> servers = children();
        assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
        recorded("starter").forEach(DaemonStarterTests::kill);

        assertThat(starter().connect().newSchema("daemon").user()).startsWith("daemon_");

        Awaitility.await().atMost(PATIENCE).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(grounds()).hasSize(1);
    }

    @Test
    void aDaemonWhoseGroundWasCleanedAwayEndsWithItsServers() throws IOException {
        starter().connect();
        List<ProcessHandle> servers = children();

        withdrawAnnouncement();

        Awaitility.await().atMost(PATIENCE).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private DaemonStarter starter() {
        return new DaemonStarter(
                directory,
                Path.of(System.getProperty("infrastructure.directory", "target/infrastructure"), "engines"),
                System.getProperty("infrastructure.database", "mariadb"));
    }

    private List<ProcessHandle> children() throws IOException {
        return recorded("processes");
    }

    private List<ProcessHandle> recorded(String folder) throws IOException {
        try (Stream<Path> records = Files.list(grounds().getFirst().resolve(folder))) {
            return records.map(DaemonStarterTests::recordedProcess).toList();
        }
    }

    private static ProcessHandle recordedProcess(Path record) {
        try {
            String text = Files.readString(record);
            return ProcessHandle.of(Long.parseLong(text.substring(0, text.indexOf(' '))))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private List<Path> grounds() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(
                            entry -> entry.getFileName().toString().startsWith(InfrastructureDaemon.GROUND_PREFIX))
                    .toList();
        }
    }

    private void withdrawAnnouncement() throws IOException {
        Files.deleteIfExists(directory.resolve("infrastructure.properties"));
    }
}
