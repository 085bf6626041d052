package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;

/**
 * Whoever is rewarded, punished or forgiven in a quarter, each pool is paid to the fen, the ledger balances, and each case has moved
 * its amount exactly once when all is settled (I10, I4, V1, V4).
 */
@ServiceTest
class RandomRewardTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Map<String, UUID> people = new LinkedHashMap<>();
    private final List<UUID> places = new ArrayList<>();
    private final Map<UUID, Long> standing = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void eachCaseMovesItsAmountOnce(long seed) {
        Random random = new Random(seed);
        PayMonth month = new PayMonth(port, institutions, members, records, "2027-07");
        RewardDesk desk = new RewardDesk(month, port, jdbc);
        places.add(month.institution("A", 1 + random.nextInt(9_000)));
        places.add(month.institution("B", 1 + random.nextInt(9_000)));
        for (int i = 0; i < 4; i++) {
            people.put("p" + i, month.member("p" + i, "junior"));
        }
        List<UUID> runs = new ArrayList<>();
        for (String name : List.of("2027-07", "2027-08", "2027-09")) {
            long pool = 100_000 + random.nextInt(100_000);
            UUID run = aPaidMonth(month.in(name), random, pool);
            runs.add(run);
            paidToTheFen(run, pool);
            if (runs.size() < 3) {
                casesOfAMonth(desk, random);
            }
        }
        assertThat(sum("select coalesce(sum(amount_fen), 0) from pay_correction where run_id in (:runs)", runs))
                .as("what stands was moved, what was revoked came back")
                .isEqualTo(standing.values().stream().mapToLong(fen -> fen).sum());
    }

    private UUID aPaidMonth(PayMonth month, Random random, long pool) {
        people.values()
                .forEach(one ->
                        places.forEach(place -> month.service(one, place, "duty", 60 + random.nextInt(90), false)));
        return month.paid(pool, places.toArray(UUID[]::new));
    }

    private void casesOfAMonth(RewardDesk desk, Random random) {
        for (UUID id : List.copyOf(standing.keySet())) {
            if (random.nextBoolean()) {
                desk.revoked(id);
                standing.remove(id);
            }
        }
        for (int i = 0; i < 3; i++) {
            String person = random.nextInt(3) == 0 ? null : "p" + random.nextInt(people.size());
            boolean bonus = random.nextBoolean();
            long fen = 1 + random.nextInt(900);
            UUID id = desk.effective(
                    places.get(random.nextInt(places.size())), person, bonus ? "bonus" : "deduction", fen);
            standing.put(id, bonus ? fen : -fen);
        }
    }

    private void paidToTheFen(UUID run, long pool) {
        assertThat(sum("select sum(amount_fen) from pay_payment where run_id in (:runs)", List.of(run)))
                .isEqualTo(pool);
        assertThat(sum("""
                        select sum(l.debit_fen) - sum(l.credit_fen) from ledger_line l
                        join ledger_entry e on e.id = l.entry_id where e.source_id in (:runs)
                        """, List.of(run))).isZero();
    }

    private long sum(String sql, List<UUID> runs) {
        return jdbc.sql(sql)
                .param("runs", runs.stream().map(Ids::bytes).toList())
                .query(Long.class)
                .single();
    }
}
