package org.yilianti.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.Component;
import org.yilianti.local.process.ProcessRecords;
import org.yilianti.local.process.Program;

class SupervisorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Component> givenUp = new AtomicReference<>();
    private final Supervisor supervisor = new Supervisor(told::add, givenUp::set);
    private @Nullable Component component;

    @AfterEach
    void end() {
        if (component != null) {
            supervisor.release(component);
            component.process().kill();
        }
    }

    @Test
    void aKilledProcessIsStartedAgainAndTheEndOfItsLogIsTold() {
        Component server = running("echo listening; sleep 60");
        supervisor.watch(server);
        long before = server.process().pid().orElseThrow();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.process().lastLines(1).contains("listening"));

        server.process().kill();

        Awaitility.await().atMost(PATIENCE).until(() -> told.contains("server works again"));
        assertThat(server.process().pid()).isPresent().get().isNotEqualTo(before);
        assertThat(told.peek()).contains("server ended unexpectedly").contains("listening");
        assertThat(givenUp).hasNullValue();
    }

    @Test
    void aProcessThatKeepsDyingIsGivenUp() {
        Component server = running("exit 1");
        supervisor.watch(server);

        Awaitility.await().atMost(PATIENCE).until(() -> givenUp.get() != null);

        assertThat(told.stream().filter(line -> line.startsWith("server ended unexpectedly")))
                .hasSize(Supervisor.DEATHS);
    }

    @Test
    void aProcessThatIsStoppedOnPurposeStaysDown() {
        Component server = running("sleep 60");
        supervisor.watch(server);

        supervisor.release(server);
        server.process().stop(Duration.ofSeconds(5));

        Awaitility.await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !server.process()
                .isAlive());
        assertThat(told).isEmpty();
    }

    private Component running(String script) {
        Program program = new Program("server", List.of("/bin/sh", "-c", script), Map.of(), directory);
        ChildProcess process = new ChildProcess(
                program, directory.resolve("server.log"), new ProcessRecords(directory.resolve("processes")));
        Component started = new Component() {
            @Override
            public void start() {
                process.start();
            }

            @Override
            public ChildProcess process() {
                return process;
            }
        };
        started.start();
        component = started;
        return started;
    }
}
