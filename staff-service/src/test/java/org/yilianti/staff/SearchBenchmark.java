package org.yilianti.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestInstallation;
import org.yilianti.staff.member.NameKeys;

/** Measures how long searches for people take (R3, R4) through the API, beside reading one person by id. */
final class SearchBenchmark {

    private static final int GOAL_MILLIS = 200;
    private static final String MATCHES = "/v1/members/matches?";

    private final int rows;
    private final SearchRows people;
    private final Random random = new Random(5);
    private TestApi registrar;
    private final int port;

    private SearchBenchmark(int rows, int port, SearchRows people) {
        this.rows = rows;
        this.people = people;
        this.port = port;
        this.registrar = registrar();
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Path directory = Files.createTempDirectory("search-bench");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(StaffApplication.class)
                .initializers(new TestInstallation())
                .properties(
                        "server.port=0",
                        "logging.level.root=WARN",
                        "logging.level.org.apache.kafka=ERROR",
                        "spring.main.banner-mode=off",
                        // the alerts of so many licences are not what is measured
                        "staff.alerts.poll=24h")
                .run()) {
            Environment environment = service.getEnvironment();
            long start = System.nanoTime();
            SearchRows people = SearchCrowd.fill(
                    service.getBean(JdbcTemplate.class), environment, rows, TestCaller.ASSOCIATION, directory);
            System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
            int port = Integer.parseInt(Objects.requireNonNull(environment.getProperty("local.server.port")));
            new SearchBenchmark(rows, port, people).run(searches);
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

    /** The mix: every kind as often as any other. */
    private Map<String, Supplier<Answer>> kinds() {
        Map<String, Supplier<Answer>> kinds = new LinkedHashMap<>();
        kinds.put("whole name in Chinese", () -> search("q=" + encoded(name())));
        kinds.put("surname in Chinese", () -> search("q=" + encoded(name().substring(0, 1))));
        kinds.put("whole pinyin", () -> search("q=" + pinyin()));
        kinds.put("beginning of pinyin", () -> search("q=" + pinyin().substring(0, 4)));
        kinds.put("initials", () -> search("q=" + NameKeys.of(name(), null).initials()));
        kinds.put(
                "two initials, by name",
                () -> search(
                        "sort=name&q=" + NameKeys.of(name(), null).initials().substring(0, 2)));
        kinds.put("staff number", () -> search("staffNo=" + StaffRows.staffNo(anybody())));
        kinds.put("licence number", () -> search("licenceNumber=L" + StaffRows.staffNo(anybody())));
        kinds.put("institution and title", () -> search("title=senior&institution=" + institution()));
        kinds.put("specialty and title, by name", () -> search("title=senior&sort=name&specialty=" + specialty()));
        kinds.put("expiring within 30 days", () -> search("expiringWithinDays=30"));
        kinds.put("suspended, by specialty", () -> search("licenceStatus=suspended&specialty=" + specialty()));
        kinds.put(
                "pinyin, specialty, category",
                () -> search("category=nurse&q=" + pinyin().substring(0, 3) + "&specialty=" + specialty()));
        kinds.put("left, surname", () -> search("status=not-appointed&q=" + encoded(name().substring(0, 1))));
        kinds.put("one office: pinyin", () -> office().get(MATCHES + "q=" + pinyin().substring(0, 4)));
        kinds.put("a later page of a surname", this::laterPage);
        return kinds;
    }

    private Answer laterPage() {
        String query = "q=" + encoded(name().substring(0, 1));
        String next = search(query).json().path("next").asString();
        return next.isEmpty() || next.equals("null") ? search(query) : search(query + "&after=" + next);
    }

    private Answer search(String query) {
        return registrar.get(MATCHES + query);
    }

    /** With a token that lasts for the next minutes. */
    private TestApi registrar() {
        return new TestApi(port).as(TestCaller.named("hr-officer").with(Role.HR_OFFICER, "*"));
    }

    private TestApi office() {
        return new TestApi(port).as(TestCaller.named("office").with(Role.HR_OFFICER, institution()));
    }

    private int anybody() {
        return random.nextInt(rows);
    }

    private String name() {
        return SearchRows.name(anybody());
    }

    private String pinyin() {
        String pinyin = NameKeys.of(name(), null).pinyin();
        return pinyin.length() < 4 ? "wang" : pinyin;
    }

    private String institution() {
        return SearchRows.institution(people.institutionOf(anybody()));
    }

    private String specialty() {
        return SearchRows.SPECIALTIES[random.nextInt(SearchRows.SPECIALTIES.length)];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void run(int searches) {
        Map<String, Supplier<Answer>> kinds = kinds();
        Map<String, double[]> taken = new LinkedHashMap<>();
        kinds.keySet().forEach(kind -> taken.put(kind, new double[searches]));
        double[] reads = new double[searches];
        for (int round = -20; round < searches; round++) { // the first rounds warm up
            registrar = registrar();
            for (Map.Entry<String, Supplier<Answer>> kind : kinds.entrySet()) {
                double millis = millis(kind.getKey(), kind.getValue());
                if (round >= 0) {
                    Objects.requireNonNull(taken.get(kind.getKey()))[round] = millis;
                }
            }
            double millis = millis("read", () -> registrar.get("/v1/licences/" + SearchRows.id(3, anybody())));
            if (round >= 0) {
                reads[round] = millis;
            }
        }
        System.out.printf("%-32s %10s %10s %10s   (ms)%n", "search", "p50", "p95", "p99");
        taken.forEach((kind, millis) -> row(kind, millis));
        row("one licence by id", reads);
        double[] all = taken.values().stream().flatMapToDouble(Arrays::stream).toArray();
        row("all searches", all);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"search\",\"staff\":%d,\"searches\":%d,\"p50_ms\":%.1f,\"p95_ms\":%.1f,\"p99_ms\":%.1f,\"ratio\":%.3f,\"goal\":1.0,"
                        + "\"goal_p95_ms\":%d,\"read_p95_ms\":%.1f}%n",
                rows,
                all.length,
                share(all, 50),
                share(all, 95),
                share(all, 99),
                share(all, 95) / GOAL_MILLIS,
                GOAL_MILLIS,
                share(reads, 95));
    }

    private static void row(String kind, double[] millis) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %10.1f %10.1f %10.1f%n",
                kind,
                share(millis, 50),
                share(millis, 95),
                share(millis, 99));
    }

    private static double millis(String kind, Supplier<Answer> search) {
        long start = System.nanoTime();
        Answer answer = search.get();
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200) {
            throw new IllegalStateException(kind + ": " + answer.body());
        }
        return millis;
    }

    private static double share(double[] millis, int percent) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
