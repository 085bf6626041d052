package org.yilianti.rotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.platform.test.TestInstallation;
import tools.jackson.databind.JsonNode;

/**
 * A month of many sites in one plan (M7), through the doors that the service has in production: staff come as events over Kafka, demand and plan over
 * HTTP. The search's own time is what was ordered; what is measured is everything around it, and the memory.
 */
final class LargePlanBenchmark {

    private static final int STAFF_PER_SITE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final int port;
    private final TestStaff staff;
    private final JdbcTemplate jdbc;
    private final List<UUID> sites = new ArrayList<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private LargePlanBenchmark(ConfigurableApplicationContext service) {
        this.port =
                Integer.parseInt(Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port")));
        this.staff = new TestStaff(service.getBean(TestEvents.class));
        this.jdbc = service.getBean(JdbcTemplate.class);
    }

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int ordered = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        RotationApplication.class, TestEvents.class)
                .initializers(new TestInstallation())
                .properties(
                        "server.port=0",
                        "logging.level.root=WARN",
                        "logging.level.org.apache.kafka=ERROR",
                        "spring.main.banner-mode=off")
                .run()) {
            LargePlanBenchmark bench = new LargePlanBenchmark(service);
            bench.time("staff events sent and applied", () -> bench.hire(people));
            bench.time("demand stated over HTTP", bench::state);
            UUID plan = bench.solve(ordered);
            bench.time("published", () -> bench.publish(plan));
            bench.print(people, ordered, plan);
        }
        System.exit(0);
    }

    private interface Step {
        void run() throws Exception;
    }

    private void time(String name, Step step) throws Exception {
        System.err.println(name + " ...");
        long start = System.nanoTime();
        step.run();
        seconds.put(name, (System.nanoTime() - start) / 1e9);
    }

    private void hire(int people) throws Exception {
        List<Callable<Object>> events = new ArrayList<>();
        for (int site = 0; site < Math.max(1, people / STAFF_PER_SITE); site++) {
            sites.add(staff.institution("BL%03d".formatted(site)));
        }
        for (int number = 0; number < people; number++) {
            int one = number;
            events.add(() -> hireOne(one));
        }
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (Future<Object> sent : senders.invokeAll(events)) {
                sent.get();
            }
        }
        await(
                () -> count("directory_licence") >= people && count("directory_member") >= people,
                Duration.ofMillis(100));
    }

    private Object hireOne(int number) {
        UUID nurse = staff.member(
                "BL%05d".formatted(number),
                sites.get(number % sites.size()),
                Map.of("category", "nurse", "specialty", "nursing"));
        Map<String, @Nullable Object> kind = new HashMap<>();
        kind.put("kind", "nurse");
        kind.put("category", "nursing");
        return staff.licence(nurse, kind);
    }

    private long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    /** 26 duties a day for 50 people: 3.6 a week each. */
    private void state() {
        for (UUID site : sites) {
            require(
                    scheduler()
                            .post(
                                    "/v1/duty-demands",
                                    Map.of(
                                            "institutionId",
                                            site,
                                            "month",
                                            "2026-10",
                                            "shifts",
                                            List.of(
                                                    shift("D", "08:00", 12),
                                                    shift("E", "16:00", 8),
                                                    shift("N", "00:00", 6)))),
                    201);
        }
    }

    private static Map<String, Object> shift(String code, String start, int heads) {
        return TestWard.shift(code, start, Map.of("minimum", heads - 1, "desired", heads));
    }

    private UUID solve(int ordered) throws Exception {
        Map<String, Object> order = Map.of("month", "2026-10", "institutionIds", sites, "seconds", ordered, "seed", 1);
        TestApi.Answer requested = scheduler().post("/v1/roster-plans", order);
        require(requested, 202);
        UUID plan = requested.id();
        time(
                "question built, until the search tells of its first plan",
                () -> await(
                        () -> !status(plan).equals("queued")
                                && (running(plan) > 0 || !status(plan).equals("solving")),
                        Duration.ofMillis(100)));
        time("search, and its draft kept", () -> await(() -> !status(plan).equals("solving"), Duration.ofMillis(200)));
        if (!status(plan).equals("draft")) {
            throw new IllegalStateException(plan(plan).toString());
        }
        return plan;
    }

    private long running(UUID plan) {
        return plan(plan).path("progress").path("elapsedMillis").asLong();
    }

    private String status(UUID plan) {
        return plan(plan).path("status").asString();
    }

    private JsonNode plan(UUID plan) {
        TestApi.Answer answer = scheduler().get("/v1/roster-plans/" + plan);
        require(answer, 200);
        return answer.json();
    }

    /** With a token that lasts for the next minutes; the whole run may take longer than one. */
    private TestApi scheduler() {
        return new TestApi(port).as(TestCaller.named("bench").with(Role.SCHEDULER, "*"));
    }

    private void publish(UUID plan) {
        require(scheduler().post("/v1/roster-plans/" + plan + "/publications", "{}"), 200);
    }

    private static void require(TestApi.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    private static void await(BooleanSupplier done, Duration every) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done within " + PATIENCE);
            }
            Thread.sleep(every);
        }
    }

    private void print(int people, int ordered, UUID plan) throws IOException {
        JsonNode solved = plan(plan);
        double total = 0;
        for (Map.Entry<String, Double> step : seconds.entrySet()) {
            System.out.printf(Locale.ROOT, "%-60s %8.1f s%n", step.getKey(), step.getValue());
            total += step.getValue();
        }
        System.out.printf(
                Locale.ROOT,
                "%d people x 31 days at %d sites: %d duties, %d open, cost %d%n",
                people,
                sites.size(),
                solved.path("assigned").asInt(),
                solved.path("unmet").asInt(),
                solved.path("cost").asLong());
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"large-plan\",\"people\":%d,\"orderedSeconds\":%d,\"seconds\":%.1f,\"publishSeconds\":%.1f,\"peakMegabytes\":%d,\"assigned\":%d}%n",
                people,
                ordered,
                total,
                Objects.requireNonNull(seconds.get("published")),
                peakMegabytes(),
                solved.path("assigned").asInt());
    }

    /** The most memory the service's process ever held, as Linux counts it: heap, code and threads together. */
    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
