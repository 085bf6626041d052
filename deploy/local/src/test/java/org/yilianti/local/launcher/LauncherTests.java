package org.yilianti.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTests {

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void anUnknownOptionGetsOneLineAndAnExitCode() {
        assertThat(launch("--replica", "staff=2")).isEqualTo(2);

        assertThat(error.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement()
                .asString()
                .contains("--replica")
                .contains("deploy/up --help");
    }

    @Test
    void aProjectThatWasNotBuiltGetsOneLineAndAnExitCode() {
        assertThat(launch("--data", directory.resolve("data").toString(), "--kafka", "127.0.0.1:1"))
                .isEqualTo(1);

        assertThat(error.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement()
                .asString()
                .contains(".jar is missing")
                .contains("deploy/up");
    }

    private int launch(String... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Launcher(directory, nowhere, new PrintStream(error, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }
}
