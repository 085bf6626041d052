package org.yilianti.rotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Another process of this service on the same database and the same topics, which ends when it is killed. */
public final class SecondReplica implements AutoCloseable {

    private static final Path LOG = Path.of("target", "second-replica.log");

    private final Process process;

    private SecondReplica(Process process) {
        this.process = process;
    }

    /**
     * Starts it and returns at once.
     *
     * @param environment of the replica in this process: it is told where everything is
     * @param settings that are its own
     */
    public static SecondReplica of(Environment environment, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.port", "0");
        Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers",
                        "platform.events.topic-prefix",
                        "platform.events.topic-partitions",
                        "platform.jwt.issuer",
                        "platform.jwt.jwk-set-uri",
                        "platform.master-key")
                .forEach(name -> all.put(name, environment.getRequiredProperty(name)));
        Files.createDirectories(LOG.getParent());
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Objects.requireNonNull(System.getProperty("java.class.path")),
                        RotationApplication.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(all));
        return new SecondReplica(builder.start());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as kill -9 does; gives its exit code. */
    public int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
