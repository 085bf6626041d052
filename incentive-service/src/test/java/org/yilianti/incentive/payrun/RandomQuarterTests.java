package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/**
 * Whatever happens in a quarter (random scores, people, records, late facts, killed calculations, cancelled runs, every step asked
 * for several times at once), each pool is paid to the fen, nobody twice, and the ledger balances (I4, I6, I7, I9).
 */
@ServiceTest
class RandomQuarterTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    CalculationQueue queue;

    @Autowired
    StageManagement stages;

    @Autowired
    PayRuns runs;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Random random = new Random();
    private Random kills = new Random();
    private final List<UUID> places = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    private record Served(UUID id, UUID member, UUID place) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void poolIsPaidNobodyTwiceAndTheLedgerBalances(long seed) throws Exception {
        random = new Random(seed);
        kills = new Random(seed);
        PayMonth month = new PayMonth(port, institutions, members, records, "2027-04");
        anAssociation(month);
        Map<UUID, Long> pools = new LinkedHashMap<>();
        for (String name : List.of("2027-04", "2027-05", "2027-06")) {
            PayMonth now = month.in(name);
            List<Served> served = aMonthOfService(now);
            long pool = 10_000 + random.nextInt(1_000_000);
            UUID run = aRunUntilItIsPaid(now, pool);
            pools.put(run, pool);
            factsChange(now, served);
        }
        for (Map.Entry<UUID, Long> one : pools.entrySet()) {
            allIsPaidAndBookedOnce(one.getKey(), one.getValue());
            assertThat(month.auditor()
                            .get("/v1/pay-runs/" + one.getKey() + "/recomputation")
                            .json()
                            .path("identical")
                            .asBoolean())
                    .isTrue();
        }
    }

    private void anAssociation(PayMonth month) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            places.add(month.institution("P" + i, 1 + random.nextInt(50_000)));
        }
        List<String> titles = List.of("none", "junior", "intermediate", "associate-senior", "senior");
        for (int i = 0; i < 3 + random.nextInt(10); i++) {
            people.add(month.member("p" + i, titles.get(random.nextInt(titles.size()))));
        }
    }

    private List<Served> aMonthOfService(PayMonth month) {
        List<Served> served = new ArrayList<>();
        for (UUID place : places) {
            UUID first = people.get(random.nextInt(people.size()));
            served.add(new Served(month.service(first, place, "duty", 60, false), first, place));
        }
        for (int i = 0; i < random.nextInt(40); i++) {
            UUID member = people.get(random.nextInt(people.size()));
            UUID place = places.get(random.nextInt(places.size()));
            String kind = random.nextBoolean() ? "duty" : "outreach";
            served.add(new Served(
                    month.service(member, place, kind, 1 + random.nextInt(900), random.nextInt(4) == 0),
                    member,
                    place));
        }
        month.arrive();
        return served;
    }

    private UUID aRunUntilItIsPaid(PayMonth month, long pool) throws Exception {
        Map<UUID, String> scores = new LinkedHashMap<>();
        places.forEach(place -> scores.put(place, "0.%03d".formatted(1 + random.nextInt(999))));
        UUID evaluation = month.evaluated(scores, Map.of());
        UUID poolId = month.pool(pool);
        UUID run = month.run(evaluation, poolId);
        while (random.nextInt(3) == 0) {
            month.calculate(run);
            month.officer().post("/v1/pay-runs/" + run + "/cancellations", Map.of("reason", "another try"));
            run = month.run(evaluation, poolId);
        }
        aCalculationIsKilled(run);
        month.calculate(run);
        String address = "/v1/pay-runs/" + run;
        atOnce(month.reviewer(), address + "/reviews", Map.of("approved", true));
        for (String step : List.of("notices", "finalisations", "payments")) {
            atOnce(step.equals("finalisations") ? month.reviewer() : month.officer(), address + "/" + step, Map.of());
        }
        return run;
    }

    /** The process dies anywhere, before it has committed anything. */
    private void aCalculationIsKilled(UUID run) {
        new TransactionTemplate(transactions).executeWithoutResult(dying -> {
            PayRun held = runs.lock(TestCaller.ASSOCIATION, new PayRunId(run));
            queue.enqueue(held, "payroll");
            Calculation calculation = queue.last(held.id()).orElseThrow();
            for (int steps = kills.nextInt(20);
                    steps > 0 && stages.stage(calculation).isPresent();
                    steps--) {
                CalculationStage stage = stages.stage(calculation).orElseThrow();
                if (!(stage.isInParts() && stages.carryOutPart(calculation, stage))) {
                    stages.end(calculation, stage);
                }
            }
            dying.setRollbackOnly();
        });
        assertThat(runs.get(TestCaller.ASSOCIATION, new PayRunId(run)).status()).isEqualTo(PayRunStatus.DRAFT);
    }

    /** Exactly one of several equal requests gets through. */
    private static void atOnce(TestApi who, String path, Map<String, Object> body) throws Exception {
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> storm.submit(() -> who.post(path, body)))
                    .toList();
            int done = 0;
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
                done += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(done).as(path).isEqualTo(1);
        }
    }

    private void factsChange(PayMonth month, List<Served> served) {
        for (Served one : served) {
            switch (random.nextInt(6)) {
                case 0 -> month.revise(one.id(), one.member(), one.place(), 1, "withdrawn");
                case 1 -> month.revise(one.id(), one.member(), one.place(), 1 + random.nextInt(1_000), "confirmed");
                default -> {}
            }
        }
        // Somebody always served, so that a corrected month is never without points.
        places.forEach(place -> month.service(people.getFirst(), place, "duty", 30, false));
        month.arrive();
    }

    private void allIsPaidAndBookedOnce(UUID run, long pool) {
        assertThat(fen("select sum(amount_fen) from pay_payment where run_id = ?", run))
                .as("paid; nothing of the pool is undistributed")
                .isEqualTo(pool);
        assertThat(fen("select sum(amount_fen) from pay_statement where run_id = ?", run))
                .isEqualTo(pool);
        assertThat(fen("""
                        select count(*) from (select member_id from pay_payment where run_id = ?
                            group by member_id having count(*) > 1) twice
                        """, run)).isZero();
        for (String kind : List.of("pool-allocated", "pay-granted", "pay-released")) {
            assertThat(fen(
                            "select sum(l.credit_fen) - sum(l.debit_fen) from ledger_line l join ledger_entry e"
                                    + " on e.id = l.entry_id where e.source_id = ? and e.kind = '" + kind + "'",
                            run))
                    .as("%s balances", kind)
                    .isZero();
        }
        assertThat(fen("select count(*) from ledger_entry where source_id = ?", run))
                .isEqualTo(3);
    }

    private long fen(String sql, UUID run) {
        return jdbc.sql(sql).param(Ids.bytes(run)).query(Long.class).single();
    }
}
