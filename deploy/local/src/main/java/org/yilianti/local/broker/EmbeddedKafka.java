package org.yilianti.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Uuid;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.ClassPath;
import org.yilianti.local.process.Component;
import org.yilianti.local.process.Ports;
import org.yilianti.local.process.ProcessRecords;
import org.yilianti.local.process.Program;
import org.yilianti.local.process.Readiness;

/** A broker of our own: formatted at its first start, with records that survive stops, kills and restarts. */
public final class EmbeddedKafka implements Component {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 2000;

    private final Path directory;
    private final int port;
    private final BrokerProperties properties;
    private final ChildProcess process;

    /**
     * @param controllerPort for the broker's talk with itself
     * @param javaOptions added to the small heap
     */
    public EmbeddedKafka(
            Path directory, int port, int controllerPort, List<String> javaOptions, Path log, ProcessRecords records) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.properties = new BrokerProperties(data(), port, controllerPort);
        this.process = new ChildProcess(program(javaOptions), log, records);
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(directory);
            writeLogging();
            properties.writeTo(configuration());
            format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.start();
        Readiness.await(process, START, this::answers);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path configuration() {
        return directory.resolve("broker.properties");
    }

    private Path logging() {
        return directory.resolve("log4j2.properties");
    }

    /** Gives the data directory its identity; a directory that has one is left alone. */
    private void format() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--config",
            configuration().toString(),
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--ignore-formatted"
        };
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        int result = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (result != 0) {
            throw new IllegalStateException(
                    "The broker's directory cannot be formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private void writeLogging() throws IOException {
        Files.writeString(logging(), """
                rootLogger.level = warn
                rootLogger.appenderRef.out.ref = out
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = %d{ISO8601} %p %c: %m%n
                """);
    }

    private Program program(List<String> javaOptions) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + logging()));
        options.addAll(javaOptions);
        return Program.java(
                "kafka",
                options,
                ClassPath.libraries(),
                "kafka.Kafka",
                List.of(configuration().toString()));
    }

    private boolean answers() {
        if (!Ports.isListening(port)) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS))) {
            return !admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MILLIS))
                    .nodes()
                    .get()
                    .isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
