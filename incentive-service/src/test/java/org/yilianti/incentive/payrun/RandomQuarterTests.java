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
import tools.jackson.databind.JsonNode;

/**
 * Whatever happens in a quarter (random schemes of several kinds, several pools a month, scores, people, records, late facts, killed
 * calculations, cancelled runs, every step asked for several times at once), each pool is paid to the fen, nobody twice, and the ledger
 * balances (I4, I5, I6, I7, I9).
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
    private UUID association = new UUID(0, 0);
    private final List<UUID> places = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    private final Map<UUID, Long> unspent = new LinkedHashMap<>();

    private record Served(UUID id, UUID member, UUID place) {}

    private record Pool(UUID id, long fen) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPoolOfEveryKindIsPaidNobodyTwiceAndTheLedgerBalances(long seed) throws Exception {
        random = new Random(seed);
        kills = new Random(seed);
        association = Ids.next();
        PayMonth month = new PayMonth(port, institutions, members, records, "2027-04", association);
        anAssociation(month);
        List<String> kinds = new RandomSchemes(random, month).published("2027-04");
        Map<UUID, Long> paid = new LinkedHashMap<>();
        for (String name : List.of("2027-04", "2027-05", "2027-06")) {
            aMonthIsPaid(month.in(name), kinds, paid);
        }
        QuarterBooks books = new QuarterBooks(jdbc, month, association);
        for (Map.Entry<UUID, Long> one : paid.entrySet()) {
            books.allIsPaidAndBookedOnce(one.getKey(), one.getValue());
            assertThat(month.auditor()
                            .get("/v1/pay-runs/" + one.getKey() + "/recomputation")
                            .json()
                            .path("identical")
                            .asBoolean())
                    .isTrue();
        }
        books.whatCameInWentOutOrIsUnspent(
                paid.values().stream().mapToLong(Long::longValue).sum(), unspent);
    }

    /** By two or three pools, of any kinds; facts change after each. */
    private void aMonthIsPaid(PayMonth month, List<String> kinds, Map<UUID, Long> paid) throws Exception {
        List<Served> served = aMonthOfService(month);
        Map<UUID, String> scores = new LinkedHashMap<>();
        places.forEach(place -> scores.put(place, "0.%03d".formatted(1 + random.nextInt(999))));
        UUID evaluation = month.evaluated(scores, Map.of());
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            Pool pool = aPool(month, evaluation, kinds.get(random.nextInt(kinds.size())));
            paid.put(aRunUntilItIsPaid(month, evaluation, pool.id()), pool.fen());
            factsChange(month, served);
        }
    }

    /** A confirmed pool that is enough for what corrections take; one that is not is left unspent. */
    private Pool aPool(PayMonth month, UUID evaluation, String kind) throws Exception {
        for (long fen = 20_000 + random.nextInt(1_000_000); true; fen *= 10) {
            UUID pool = month.proposedPool(fen, kind);
            atOnce(month.reviewer(), "/v1/pay-pools/" + pool + "/confirmations", Map.of());
            UUID run = month.run(evaluation, pool);
            JsonNode tried = month.calculate(run).json();
            cancel(month, run);
            if (tried.path("status").asString().equals("calculated")) {
                return new Pool(pool, fen);
            }
            assertThat(tried.path("calculation").path("failure").path("code").asString())
                    .isEqualTo("payrun.pool-below-corrections");
            unspent.put(pool, fen);
        }
    }

    private static void cancel(PayMonth month, UUID run) {
        Answer cancelled =
                month.officer().post("/v1/pay-runs/" + run + "/cancellations", Map.of("reason", "another try"));
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    }

    private void anAssociation(PayMonth month) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            places.add(month.institution("P" + i, 1 + random.nextInt(50_000)));
        }
        List<String> titles = RandomSchemes.TITLES;
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

    private UUID aRunUntilItIsPaid(PayMonth month, UUID evaluation, UUID poolId) throws Exception {
        UUID run = month.run(evaluation, poolId);
        while (random.nextInt(3) == 0) {
            month.calculate(run);
            cancel(month, run);
            run = month.run(evaluation, poolId);
        }
        aCalculationIsKilled(run);
        Answer calculated = month.calculate(run);
        assertThat(calculated.json().path("status").asString())
                .as(calculated.body())
                .isEqualTo("calculated");
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
            PayRun held = runs.lock(association, new PayRunId(run));
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
        assertThat(runs.get(association, new PayRunId(run)).status()).isEqualTo(PayRunStatus.DRAFT);
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
}
