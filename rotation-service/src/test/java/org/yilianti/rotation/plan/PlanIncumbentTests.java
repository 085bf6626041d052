package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.rotation.solver.Assignment;
import tools.jackson.databind.ObjectMapper;

/** M7: the best plan so far outlives its worker, however large it is. */
@ServiceTest
class PlanIncumbentTests {

    /** What MySQL 5.7 and MariaDB take by default; MySQL 8 takes four times as much. */
    private static final int PACKET = 16 << 20;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient client;

    @Autowired
    private ObjectMapper json;

    @Test
    void aPlanOfTenThousandPeopleAndThirtyOneDaysIsSavedSmallAndReadByAnotherWorker() {
        UUID plan = plan();
        List<Assignment> all = everyDay(10_000, 31);
        new PlanProgresses(client, json).save(plan, all, SearchEffort.NONE, Instant.now());
        Long stored = jdbc.queryForObject(
                "select length(packed) from plan_incumbent where plan_id = ?", Long.class, Ids.bytes(plan));
        assertThat(stored).as("bytes, a twentieth of a packet").isLessThan(PACKET / 20);
        assertThat(new PlanProgresses(client, json).incumbent(plan)).isEqualTo(all);
        List<Assignment> better = everyDay(10_000, 30);
        new PlanProgresses(client, json).save(plan, better, new SearchEffort(7, 8), Instant.now());
        assertThat(new PlanProgresses(client, json).spent(plan)).isEqualTo(new SearchEffort(7, 8));
        assertThat(new PlanProgresses(client, json).incumbent(plan)).isEqualTo(better);
        assertThat(json.writeValueAsBytes(all).length)
                .as("as it was saved before")
                .isGreaterThan(PACKET);
    }

    @Test
    void whatAnEarlierVersionSavedIsReadAndGivesWayToTheNextPlanSaved() {
        UUID plan = plan();
        List<Assignment> before = everyDay(3, 31);
        jdbc.update(
                "insert into plan_incumbent (plan_id, assignments, saved_at) values (?, ?, ?)",
                Ids.bytes(plan),
                json.writeValueAsString(before),
                Timestamp.from(Instant.now()));
        PlanProgresses progresses = new PlanProgresses(client, json);
        assertThat(progresses.incumbent(plan)).isEqualTo(before);
        assertThat(progresses.spent(plan)).as("not said then").isEqualTo(SearchEffort.NONE);
        List<Assignment> after = everyDay(3, 5);
        progresses.save(plan, after, SearchEffort.NONE, Instant.now());
        assertThat(progresses.incumbent(plan)).isEqualTo(after);
        assertThat(jdbc.queryForObject(
                        "select count(*) from plan_incumbent where plan_id = ? and assignments is null",
                        Long.class,
                        Ids.bytes(plan)))
                .isOne();
        progresses.clear(plan);
        assertThat(progresses.incumbent(plan)).isEmpty();
    }

    @Test
    void anEmptyPlanIsAPlanAndAnUnknownLayoutIsRefused() {
        assertThat(PackedAssignments.unpack(PackedAssignments.pack(List.of()))).isEmpty();
        UUID plan = plan();
        assertThatThrownBy(() -> jdbc.update(
                        "insert into plan_incumbent (plan_id, saved_at) values (?, ?)",
                        Ids.bytes(plan),
                        Timestamp.from(Instant.now())))
                .as("neither layout")
                .isInstanceOfAny(
                        DataIntegrityViolationException.class,
                        org.springframework.jdbc.UncategorizedSQLException.class);
        assertThatThrownBy(() -> PackedAssignments.unpack(new byte[] {1, 2, 3})).isInstanceOf(RuntimeException.class);
    }

    /** A plan that no worker takes. */
    private UUID plan() {
        UUID id = Ids.next();
        jdbc.update("""
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)
                values (?, ?, 1, '2026-10', 'cancelled', 1, 1, 'test', now(6))
                """, Ids.bytes(id), Ids.bytes(Ids.next()));
        return id;
    }

    /** Assignments in their order: everybody works each of the days, one of 40 shift types. */
    private static List<Assignment> everyDay(int people, int days) {
        Random random = new Random(7);
        List<String> types = IntStream.range(0, 40)
                .mapToObj(type -> new UUID(type, 9) + "/S" + type)
                .toList();
        List<Assignment> all = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            for (int day = 0; day < days; day++) {
                all.add(new Assignment(id, day, types.get(random.nextInt(types.size()))));
            }
        }
        all.sort(null);
        return all;
    }
}
