package org.yilianti.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path directory;

    @Test
    void secretsAreMadeOnceAndOnlyTheOwnerCanReadThem() throws IOException {
        Secrets first = Secrets.in(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(first.masterKey())).hasSize(32);
        Secrets again = Secrets.in(file());
        assertThat(again.masterKey()).isEqualTo(first.masterKey());
        assertThat(again.samplePassword()).isEqualTo(first.samplePassword());
        assertThat(again.databasePassword(Module.STAFF)).isEqualTo(first.databasePassword(Module.STAFF));
    }

    @Test
    void everySecretIsAnotherOneAndLongEnough() throws IOException {
        Secrets.in(file());
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file())) {
            values.load(reader);
        }

        Set<Object> different = new HashSet<>(values.values());
        assertThat(different).hasSize(values.size()).allSatisfy(value -> assertThat(value.toString())
                .hasSizeGreaterThanOrEqualTo(16));
    }

    @Test
    void aFileOthersCouldReadIsClosedAgain() throws IOException {
        Secrets.in(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        Secrets.in(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return directory.resolve("secrets.properties");
    }
}
