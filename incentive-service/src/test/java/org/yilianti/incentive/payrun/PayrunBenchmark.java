package org.yilianti.incentive.payrun;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestInstallation;

/** Measures the calculation of a run against reading its inputs and loading its output in bulk; see deploy/bench/payrun. */
final class PayrunBenchmark {

    private static final double GOAL = 2.0;
    private static final long FEN_PER_PERSON = 200_003;
    private static final List<String> OUTPUT =
            List.of("pay_input_record", "pay_input_person", "pay_share", "pay_statement", "pay_line");
    private static final List<String> INPUT = List.of(
            "select id, version, member_id, institution_id, kind, started_at, ended_at, minutes, night from directory_service_record"
                    + " where month = '2026-10' and status = 'confirmed' and lawful",
            "select id, version, staff_no, name, name_latin, title from directory_member",
            "select id, version, code, name, name_en, population from directory_institution");

    private final ConfigurableApplicationContext service;
    private final BulkTable tables;
    private final Path folder;
    private final PayrunInputs inputs;
    private final long pool;
    private UUID evaluation;

    private PayrunBenchmark(ConfigurableApplicationContext service, Connection database, Path folder, int staff) {
        this.service = service;
        this.tables = new BulkTable(database);
        this.folder = folder;
        this.inputs = new PayrunInputs(tables, folder, staff);
        this.pool = staff * FEN_PER_PERSON;
        this.evaluation = new UUID(0, 0);
    }

    public static void main(String[] arguments) throws Exception {
        int staff = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("payrun-bench");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                                Class.forName("org.yilianti.incentive.IncentiveApplication"))
                        .initializers(new TestInstallation())
                        .properties(
                                "server.port=0",
                                "logging.level.root=ERROR",
                                "logging.level.org.yilianti.incentive.payrun.Calculator=DEBUG",
                                "spring.main.banner-mode=off")
                        .run();
                Connection database = database(service.getEnvironment())) {
            new PayrunBenchmark(service, database, folder, staff).measure(staff, pairs);
        } catch (SQLException | IOException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1); // threads of a service that did not start would keep the process
        } finally {
            remove(folder);
        }
        System.exit(0);
    }

    private static Connection database(Environment environment) throws SQLException {
        String url = environment.getRequiredProperty("spring.datasource.url");
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "allowLoadLocalInfile=true",
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private void measure(int staff, int pairs) throws Exception {
        System.err.printf("Writing %,d people with %d records each ...%n", staff, PayrunInputs.DAYS);
        inputs.write();
        evaluation = inputs.evaluation();
        service.getBean(CalculationWorker.class).oneAtATime.lock();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            UUID run = run();
            double product = seconds(() -> calculate(run));
            new PayrunOracle(tables).check(run, pool);
            if (pair == 1) {
                dump();
            }
            double read = seconds(this::read);
            double load = seconds(this::load);
            ratios.add(product / (read + load));
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: calculation %.1f s; read %.1f s + load %.1f s; ratio %.3f; every line, person and share as the oracle%n",
                    pair,
                    product,
                    read,
                    load,
                    ratios.getLast());
            forget();
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "most heap used %d MB%n", peakHeap() >> 20);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"payrun\",\"staff\":%d,\"ratio\":%.3f,\"goal\":%.1f}%n",
                staff,
                ratios.get(ratios.size() / 2),
                GOAL);
    }

    private UUID run() throws SQLException {
        PayRun run = new PayRun(
                PayRunId.next(),
                TestCaller.ASSOCIATION,
                1,
                YearMonth.of(2026, 10),
                new EvaluationId(evaluation),
                new PayPoolId(inputs.pool(pool)),
                PayKind.PERFORMANCE,
                Money.ofFen(pool),
                PayRunStatus.DRAFT,
                "bench",
                null,
                null,
                null,
                null,
                Money.ZERO,
                Money.ZERO,
                0);
        service.getBean(PayRuns.class).insert(run);
        return run.id().value();
    }

    private void calculate(UUID id) {
        PayRun run = service.getBean(PayRuns.class).get(TestCaller.ASSOCIATION, new PayRunId(id));
        CalculationQueue queue = service.getBean(CalculationQueue.class);
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(asking -> queue.enqueue(run, "bench"));
        service.getBean(Calculator.class).carryOn(queue.last(run.id()).orElseThrow());
    }

    /** The service's own rows in the order of their keys, which is the fastest to load. */
    private void dump() throws SQLException, IOException {
        for (String table : OUTPUT) {
            tables.dump("select * from " + table + " order by " + key(table), folder.resolve(table));
            tables.execute(List.of("create table bench_" + table + " like " + table));
        }
    }

    private static String key(String table) {
        return switch (table) {
            case "pay_input_record" -> "run_id, record_id";
            case "pay_share" -> "run_id, institution_id";
            case "pay_statement" -> "id";
            default -> "run_id, member_id";
        };
    }

    private void read() throws SQLException {
        for (String sql : INPUT) {
            tables.read(sql);
        }
    }

    private void load() throws SQLException {
        for (String table : OUTPUT) {
            tables.load(folder.resolve(table), "bench_" + table);
        }
    }

    private void forget() throws SQLException {
        List<String> statements = new ArrayList<>(List.of("set foreign_key_checks = 0"));
        for (String table : OUTPUT) {
            statements.add("truncate table " + table);
            statements.add("truncate table bench_" + table);
        }
        statements.add("set foreign_key_checks = 1");
        tables.execute(statements);
    }

    private interface Action {
        void run() throws SQLException;
    }

    private static double seconds(Action action) throws SQLException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(one -> one.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(one -> one.getUsed())
                .sum();
    }
}
