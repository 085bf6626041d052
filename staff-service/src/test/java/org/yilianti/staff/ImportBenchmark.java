package org.yilianti.staff;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestInstallation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the import of people, appointments and licences (R13) side by side with LOAD DATA of the same rows. */
final class ImportBenchmark {

    private static final double GOAL = 0.5;
    private static final List<String> LISTS = List.of("members", "appointments", "licences");

    /** Emptied between runs. */
    private static final List<String> TABLES = List.of(
            "agenda_item",
            "licence",
            "appointment",
            "member",
            "outbox_event",
            "import_batch",
            "import_row",
            "import_chunk",
            "import_job");

    private final int rows;
    private final int port;
    private final JdbcTemplate jdbc;
    private final Connection raw;
    private final List<Path> files;
    private final List<String> statements;
    private final List<Double> ratios = new ArrayList<>();
    private final ProcessHandle database;
    private double serviceMicros;
    private double databaseMicros;
    private double loadMicros;

    private ImportBenchmark(int rows, ConfigurableApplicationContext service, Path directory) throws Exception {
        Environment environment = service.getEnvironment();
        this.rows = rows;
        this.port = Integer.parseInt(Objects.requireNonNull(environment.getProperty("local.server.port")));
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.raw = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url") + "&allowLoadLocalInfile=true",
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        this.database = database(environment.getRequiredProperty("spring.datasource.url"));
        Registry registry = new Registry(port, TestCaller.ASSOCIATION);
        for (int i = 0; i < StaffRows.INSTITUTIONS; i++) {
            registry.institution(StaffRows.institution(i));
        }
        List<UUID> institutions =
                jdbc.query("select id from institution order by code", (row, number) -> Ids.uuid(row.getBytes(1)));
        this.files = List.of(
                file(directory.resolve("members.csv"), ImportBenchmark::member, """
                        staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,specialty_since,institution_head
                        """),
                file(directory.resolve("appointments.csv"), ImportBenchmark::appointment, """
                        external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to
                        """),
                file(directory.resolve("licences.csv"), ImportBenchmark::licence, """
                        number,staff_no,kind,category,scope,main_institution_code,issued_by,valid_from,valid_to,status,suspended_from,suspended_to,status_reason
                        """));
        this.statements = new RawRows(rows, TestCaller.ASSOCIATION, institutions, directory).statements();
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path directory = Files.createTempDirectory("import-bench");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(StaffApplication.class)
                .initializers(new TestInstallation())
                .properties(
                        "server.port=0",
                        "logging.level.root=WARN",
                        "logging.level.org.apache.kafka=ERROR",
                        "spring.main.banner-mode=off")
                .run()) {
            new ImportBenchmark(rows, service, directory).run(pairs);
        } finally {
            try (Stream<Path> left = Files.list(directory)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        System.exit(0);
    }

    private static String member(int n) {
        return String.join(
                ",",
                StaffRows.staffNo(n),
                StaffRows.name(n),
                StaffRows.nameLatin(n),
                n % 2 == 0 ? "female" : "male",
                StaffRows.birthDate(n).toString(),
                StaffRows.nationalId(n),
                StaffRows.phone(n),
                StaffRows.nurse(n) ? "nurse" : "physician",
                StaffRows.title(n),
                "2018-07-01",
                "internal-medicine",
                "2012-07-01",
                "false");
    }

    private static String appointment(int n) {
        return String.join(
                ",",
                "A" + StaffRows.staffNo(n),
                StaffRows.staffNo(n),
                StaffRows.institution(n),
                "内科",
                StaffRows.nurse(n) ? "护士" : "医师",
                "1",
                "true",
                "2020-01-01",
                "");
    }

    private static String licence(int n) {
        return String.join(
                ",",
                "L" + StaffRows.staffNo(n),
                StaffRows.staffNo(n),
                StaffRows.nurse(n) ? "nurse" : "physician",
                StaffRows.nurse(n) ? "nursing" : "clinical",
                "",
                StaffRows.institution(n),
                "卫生健康委员会",
                "2023-01-01",
                "2027-12-31",
                "active,,,");
    }

    private Path file(Path file, IntFunction<String> row, String header) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(header);
            for (int n = 0; n < rows; n++) {
                out.write(row.apply(n));
                out.write('\n');
            }
        }
        return file;
    }

    private void run(int pairs) throws Exception {
        System.out.printf(
                "%-6s %-10s %12s %12s %8s   (rows/s: members, appointments, licences)%n",
                "pair", "way", "rows/s", "seconds", "ratio");
        for (int pair = -1; pair < pairs; pair++) {
            boolean importFirst = pair % 2 == 0;
            double[] imported = importFirst ? imported() : new double[0];
            double[] loaded = loaded();
            if (!importFirst) {
                imported = imported();
            }
            double ratio = sum(loaded) / sum(imported);
            row(pair, "LOAD DATA", loaded, "");
            row(pair, "import", imported, "%.3f".formatted(ratio));
            System.out.printf(
                    Locale.ROOT,
                    "%-17s processor time a row, in microseconds: import %.1f service, %.1f database; LOAD DATA %.1f database%n",
                    "",
                    serviceMicros,
                    databaseMicros,
                    loadMicros);
            if (pair >= 0 || pairs == 0) { // the first pair warms up
                ratios.add(ratio);
            }
        }
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"import\",\"ratio\":%.3f,\"goal\":%.1f,\"staff\":%d,\"pairs\":%d,\"worst\":%.3f,\"best\":%.3f}%n",
                sorted[sorted.length / 2],
                GOAL,
                rows,
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private void row(int pair, String way, double[] seconds, String ratio) {
        System.out.printf(
                Locale.ROOT,
                "%-6s %-10s %12.0f %12.2f %8s   %s%n",
                pair < 0 ? "warm" : pair + 1,
                way,
                rows * 3 / sum(seconds),
                sum(seconds),
                ratio,
                Arrays.stream(seconds).mapToObj(s -> "%.0f".formatted(rows / s)).toList());
    }

    private static double sum(double[] seconds) {
        return Arrays.stream(seconds).sum();
    }

    private double[] loaded() throws Exception {
        long worked = databaseNanos();
        double[] seconds = RawRows.load(raw, statements);
        loadMicros = (databaseNanos() - worked) / 1e3 / rows / LISTS.size();
        empty();
        return seconds;
    }

    private double[] imported() throws Exception {
        double[] seconds = new double[LISTS.size()];
        long worked = serviceNanos();
        long databaseWorked = databaseNanos();
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            upload(LISTS.get(i), files.get(i));
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        serviceMicros = (serviceNanos() - worked) / 1e3 / rows / LISTS.size();
        databaseMicros = (databaseNanos() - databaseWorked) / 1e3 / rows / LISTS.size();
        for (String table : List.of("member", "appointment", "licence")) {
            Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
            if (!Objects.equals(count, rows)) {
                throw new IllegalStateException(table + " has " + count + " rows");
            }
        }
        empty();
        return seconds;
    }

    /** What this process has computed so far, with its relay of events and the client of this benchmark. */
    private static long serviceNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private long databaseNanos() {
        return database.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** The server behind the address, whose port is among its arguments. */
    private static ProcessHandle database(String url) {
        String port = "--port=" + URI.create(url.substring("jdbc:".length())).getPort();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(port))
                        .isPresent())
                .findAny()
                .orElseThrow();
    }

    /** Uploads a file and waits for the end of its job. */
    private void upload(String list, Path file) throws Exception {
        TestCaller hr = TestCaller.named("hr-officer").with(Role.HR_OFFICER, "*");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> accepted = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/imports?list=" + list))
                            .header("Content-Type", "text/csv")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Authorization", "Bearer " + hr.token())
                            .POST(BodyPublishers.ofFile(file))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode job = new JsonMapper().readTree(accepted.body());
            while (!job.path("status").asString().equals("finished")) {
                if (!job.path("status").asString().matches("queued|running")) {
                    throw new IllegalStateException(job.toString());
                }
                Thread.sleep(250);
                job = new TestApi(port)
                        .as(hr)
                        .get("/v1/imports/" + job.path("id").asString())
                        .json();
            }
            if (job.path("created").asInt() != rows) {
                throw new IllegalStateException(job.toString());
            }
        }
    }

    /** What the relay has not sent yet it shall not send during the next run. */
    private void empty() throws Exception {
        try (Statement statement = raw.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : TABLES) {
                statement.execute("truncate table " + table);
            }
            statement.execute("set foreign_key_checks = 1");
        }
    }
}
