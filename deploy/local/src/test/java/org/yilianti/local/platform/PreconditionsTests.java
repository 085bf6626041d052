package org.yilianti.local.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.local.database.SchemaAdministration;
import org.yilianti.local.process.Ports;

class PreconditionsTests {

    @TempDir
    Path directory;

    @Test
    void anOccupiedPortIsNamedWithItsUserAndTheWayOut() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, Ports.loopback())) {
            assertThatThrownBy(() -> Preconditions.requireFreePorts(Map.of("gateway", other.getLocalPort())))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("Port %d, which gateway needs, is occupied".formatted(other.getLocalPort()))
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void aDirectoryHasOneOwnerAtATime() {
        try (DataDirectory owner = DataDirectory.open(directory, 1)) {
            assertThatThrownBy(() -> DataDirectory.open(directory, 1))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("is in use by another running platform")
                    .hasMessageContaining("--data");
            assertThatCode(owner::secrets).doesNotThrowAnyException();
        }
        assertThatCode(() -> DataDirectory.open(directory, 1).close()).doesNotThrowAnyException();
    }

    @Test
    void aFullDiskIsToldBeforeAnythingStarts() {
        assertThatThrownBy(() -> DataDirectory.open(directory, Long.MAX_VALUE))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("MB are free")
                .hasMessageContaining("--data");
    }

    @Test
    void anUnreachableDatabaseIsToldWithTheOptionsToCheck() {
        int nobody = Ports.free(1).getFirst();
        SchemaAdministration database =
                new SchemaAdministration("jdbc:mysql://127.0.0.1:" + nobody, "root", "a-password");

        assertThatThrownBy(() -> Preconditions.requireAnswer(database, "root"))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("127.0.0.1:" + nobody)
                .hasMessageContaining("--mysql-url")
                .hasMessageNotContaining("a-password");
    }
}
