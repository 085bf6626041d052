package org.yilianti.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.Component;
import org.yilianti.local.process.Folders;
import org.yilianti.local.process.ProcessRecords;
import org.yilianti.local.process.Program;
import org.yilianti.local.process.Readiness;

/** A database server of our own: installed at its first start, with data that survive stops, kills and restarts. */
public final class EmbeddedDatabase implements Component {

    /** The administrator's account; no service ever gets it. */
    public static final String ADMINISTRATOR = "root";

    private static final Duration START = Duration.ofSeconds(60);
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final DatabaseEngine engine;
    private final Path home;
    private final Path directory;
    private final String password;
    private final SchemaAdministration schemas;
    private final ChildProcess process;

    /**
     * @param engines where server programs are unpacked; may be shared
     * @param directory the server's own folder, outside the system's temporary folder if the data are to last
     * @param password the administrator's password, set anew at every start
     */
    public EmbeddedDatabase(
            DatabaseEngine engine,
            Path engines,
            Path directory,
            int port,
            String password,
            Path log,
            ProcessRecords records) {
        this.engine = engine;
        this.home = engine.unpack(engines.toAbsolutePath());
        this.directory = directory.toAbsolutePath();
        this.password = password;
        this.schemas = new SchemaAdministration(
                "jdbc:mysql://127.0.0.1:%d/?useSSL=false&allowPublicKeyRetrieval=true".formatted(port),
                ADMINISTRATOR,
                password);
        this.process = new ChildProcess(
                new Program("database", command(port), engine.environment(home), this.directory), log, records);
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(directory);
            if (!Files.isDirectory(data())) {
                install();
            }
            writeInitialStatements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.start();
        Readiness.await(process, START, schemas::answers);
    }

    /** Returns the schemas of this server. */
    public SchemaAdministration schemas() {
        return schemas;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path initialStatements() {
        return directory.resolve("initial.sql");
    }

    /** Installs beside the final place, so that an interrupted installation is never taken for a finished one. */
    private void install() throws IOException {
        Path unfinished = directory.resolve("data.unfinished");
        Folders.delete(unfinished);
        ProcessBuilder installation =
                new ProcessBuilder(engine.installation(home, unfinished)).redirectErrorStream(true);
        installation.environment().putAll(engine.environment(home));
        Process running = installation.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("The database cannot be installed in %s:%n%s".formatted(directory, output));
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server runs these before it accepts a connection: at no moment can anybody come in without the password. */
    private void writeInitialStatements() throws IOException {
        Path file = initialStatements();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                DROP USER IF EXISTS ''@'localhost';
                """.formatted(password));
    }

    private List<String> command(int port) {
        String memory = System.getenv().getOrDefault("DATABASE_MEMORY", "128M");
        List<String> command = new ArrayList<>(engine.server(home));
        command.addAll(List.of(
                "--basedir=" + home,
                "--datadir=" + data(),
                "--user=" + System.getProperty("user.name"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data directory: an absolute path may be longer than a socket's name can be.
                "--socket=database.sock",
                "--pid-file=database.pid",
                "--init-file=" + initialStatements(),
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--default-time-zone=+00:00",
                "--sql-mode=" + SQL_MODE,
                "--local-infile=ON",
                // MySQL's own; with MariaDB's a load of many events would hold up everybody else's until its end.
                "--innodb-autoinc-lock-mode=2",
                "--max-connections=400",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + memory,
                // So much is written between two checkpoints at most; less would make large imports wait for the disk.
                "--innodb-log-file-size=" + memory));
        return command;
    }
}
