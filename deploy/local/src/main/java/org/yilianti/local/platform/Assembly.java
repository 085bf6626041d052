package org.yilianti.local.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yilianti.local.broker.EmbeddedKafka;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.database.DatabaseEngine;
import org.yilianti.local.database.EmbeddedDatabase;
import org.yilianti.local.database.SchemaAdministration;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.ProcessRecords;
import org.yilianti.local.process.Program;

/** Puts the processes together: who gets which port, address and secret. The names of the variables are a contract. */
final class Assembly {

    private static final Path ACCOUNTS = Path.of("deploy", "sample", "accounts.yml");

    private final PlatformSettings settings;
    private final DataDirectory directory;
    private final Secrets secrets;
    private final ProcessRecords records;

    private final Map<Module, PreparedJar> jars;
    private final Optional<EmbeddedDatabase> database;
    private final Optional<EmbeddedKafka> kafka;

    Assembly(PlatformSettings settings, DataDirectory directory, Secrets secrets, ProcessRecords records) {
        this.settings = settings;
        this.directory = directory;
        this.secrets = secrets;
        this.records = records;
        this.jars = PreparedJar.all(settings.root());
        this.database = settings.externalDatabase().isPresent() ? Optional.empty() : Optional.of(embeddedDatabase());
        this.kafka = settings.externalKafka().isPresent() ? Optional.empty() : Optional.of(embeddedKafka());
    }

    /** Returns the administration of the embedded or external database. */
    SchemaAdministration schemas() {
        return settings.externalDatabase()
                .map(external -> new SchemaAdministration(external.url(), external.user(), external.password()))
                .or(() -> database.map(EmbeddedDatabase::schemas))
                .orElseThrow();
    }

    Ensemble ensemble() {
        HttpClient client = HttpClient.newHttpClient();
        Map<Module, List<Application>> applications = new EnumMap<>(Module.class);
        jars.forEach((module, jar) -> applications.put(module, replicas(module, jar, client)));
        return new Ensemble(database, kafka, applications);
    }

    private EmbeddedDatabase embeddedDatabase() {
        return new EmbeddedDatabase(
                DatabaseEngine.named(settings.database()),
                settings.engines().orElse(directory.engines()),
                directory.database(),
                settings.ports().database(),
                secrets.administratorPassword(),
                directory.log("database"),
                records);
    }

    private EmbeddedKafka embeddedKafka() {
        return new EmbeddedKafka(
                directory.kafka(),
                settings.ports().kafka(),
                settings.ports().kafkaController(),
                List.of("-XX:TieredStopAtLevel=1"),
                directory.log("kafka"),
                records);
    }

    private List<Application> replicas(Module module, PreparedJar jar, HttpClient client) {
        List<Application> replicas = new ArrayList<>();
        for (int port : settings.ports().of(module)) {
            String name = PlatformPorts.processName(module, replicas.size());
            Program program = new Program(name, command(jar), environment(module, port), settings.root());
            ChildProcess process = new ChildProcess(program, directory.log(name), records);
            replicas.add(new Application(process, address(port), client));
        }
        return replicas;
    }

    private List<String> command(PreparedJar jar) {
        List<String> command = new ArrayList<>();
        command.add(Program.javaCommand());
        command.addAll(settings.startup().options(jar));
        command.add("-jar");
        command.add(jar.jar().toString());
        return command;
    }

    private Map<String, String> environment(Module module, int port) {
        DatabaseAccess access = schemas().access(module.schema(), secrets.databasePassword(module));
        URI gateway = address(settings.ports().of(Module.GATEWAY).getFirst());
        Map<String, String> environment = new TreeMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_DATASOURCE_URL", access.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", access.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", access.password());
        environment.put("PLATFORM_JWT_ISSUER", gateway.toString());
        environment.put("PLATFORM_JWT_JWK_SET_URI", gateway + "/oauth2/jwks");
        environment.put("PLATFORM_MASTER_KEY", secrets.masterKey());
        if (module == Module.GATEWAY) {
            environment.put("GATEWAY_STAFF_URIS", addresses(Module.STAFF));
            environment.put("GATEWAY_ROTATION_URIS", addresses(Module.ROTATION));
            environment.put("GATEWAY_INCENTIVE_URIS", addresses(Module.INCENTIVE));
            environment.put(
                    "SPRING_CONFIG_ADDITIONAL_LOCATION",
                    settings.root().resolve(ACCOUNTS).toUri().toString());
            environment.put("SAMPLE_PASSWORD", secrets.samplePassword());
            environment.put("SAMPLE_CLIENT_SECRET", secrets.sampleClientSecret());
        } else {
            environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        }
        return environment;
    }

    private String addresses(Module module) {
        return settings.ports().of(module).stream()
                .map(port -> address(port).toString())
                .collect(Collectors.joining(","));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
