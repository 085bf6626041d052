package org.yilianti.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTests {

    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void aChildHasItsOwnSessionSoThatTheTerminalCannotInterruptIt() throws IOException {
        ChildProcess child = child("sleep 60");
        child.start();
        try {
            long pid = child.pid().orElseThrow();
            // setsid replaces itself by the program; the sixth field is the session.
            Awaitility.await()
                    .untilAsserted(() -> assertThat(statistics(pid).get(5)).isEqualTo(Long.toString(pid)));
        } finally {
            child.kill();
        }
    }

    @Test
    void aChildThatDoesNotObeyIsEndedByForce() {
        ChildProcess child = child("trap '' TERM; echo deaf; while true; do sleep 1; done");
        child.start();
        Readiness.await(child, GRACE, () -> child.lastLines(1).equals(List.of("deaf")));
        ProcessHandle handle = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();

        child.stop(Duration.ofMillis(200));

        assertThat(handle.isAlive()).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void whatAKilledParentLeftIsEndedByTheNext() {
        ChildProcess child = child("sleep 60");
        child.start();
        ProcessHandle handle = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();

        assertThat(records().endLeftovers()).containsExactly("child");

        assertThat(handle.isAlive()).isFalse();
        assertThat(records().endLeftovers()).isEmpty();
    }

    @Test
    void aRecordOfAnotherProcessWithTheSameIdHarmsNobody() throws IOException {
        ProcessHandle innocent = ProcessHandle.current();
        Files.createDirectories(directory.resolve("processes"));
        Files.writeString(directory.resolve("processes/child"), innocent.pid() + " 2001-01-01T00:00:00Z");

        assertThat(records().endLeftovers()).isEmpty();
    }

    @Test
    void nothingIsStartedOnceEverythingIsBeingStopped() {
        ProcessRecords records = records();
        ChildProcess child = child("sleep 60", records);

        records.close();

        assertThatThrownBy(child::start).hasMessageContaining("not started any more");
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aProcessThatEndsWhileStartingIsReportedWithTheCauseInItsLog() {
        ChildProcess child = child("echo Caused by: the disk is on fire; echo at line 3; exit 3");
        child.start();

        assertThatThrownBy(() -> Readiness.await(child, GRACE, () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("child ended while starting")
                .hasMessageContaining("the disk is on fire");
    }

    private static List<String> statistics(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc/%d/stat".formatted(pid))).split(" ", -1));
    }

    private ProcessRecords records() {
        return new ProcessRecords(directory.resolve("processes"));
    }

    private ChildProcess child(String script) {
        return child(script, records());
    }

    private ChildProcess child(String script, ProcessRecords records) {
        Program program = new Program("child", List.of("/bin/sh", "-c", script), Map.of(), directory);
        return new ChildProcess(program, directory.resolve("child.log"), records);
    }
}
