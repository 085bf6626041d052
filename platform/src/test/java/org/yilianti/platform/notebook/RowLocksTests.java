package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.database.RowLocks;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;

/** R2: many rows are locked in one order, however many they are. */
@ServiceTest
class RowLocksTests {

    /** More than the database takes as a plain list, and few of all there are: else it reads the whole table. */
    private static final int MANY = 1_500;

    private static final int ALL = 40_000;
    /** Between two looks, each of which holds all that is free for a moment. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient client;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<byte[]> ids =
            Stream.generate(UUID::randomUUID).map(Ids::bytes).limit(ALL).toList();
    private String table = "";

    @BeforeEach
    void aTable() {
        table = "locks_" + UUID.randomUUID().toString().replace('-', '_');
        jdbc.execute("create table " + table + " (id binary(16) primary key, note varchar(20))");
        new RowInsertion(jdbc, table, "id")
                .insert(ids.stream().map(id -> new @Nullable Object[] {id}).toList());
        jdbc.queryForList("analyze table " + table);
    }

    @AfterEach
    void dropIt() {
        jdbc.execute("drop table " + table);
    }

    private void held(List<byte[]> some, Runnable meanwhile) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            RowLocks.hold(client, table, some);
            meanwhile.run();
        });
    }

    /** The rows that another transaction could lock, by their ids as text. */
    private Set<String> free() {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> Set.copyOf(jdbc.queryForList(
                            "select hex(id) from " + table + " for update skip locked", String.class)))
                    .get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String hex(byte[] id) {
        return HexFormat.of().withUpperCase().formatHex(id);
    }

    @Test
    void whatIsNamedIsHeldAndNothingElse_R2() {
        List<byte[]> some = new ArrayList<>(ids.subList(100, 100 + MANY));
        some.add(ids.get(100).clone());
        some.add(new byte[16]);
        held(some, () -> assertThat(free()).hasSize(ALL - MANY));
        held(List.of(), () -> assertThat(free()).hasSize(ALL));
        assertThat(free()).hasSize(ALL);
    }

    @Test
    void whoeverWaitsForARowHoldsThoseBeforeItAndNoneBehindIt_R2() throws Exception {
        List<byte[]> named = new ArrayList<>(ids.subList(0, MANY));
        named.sort(Arrays::compareUnsigned);
        List<byte[]> backwards = named.reversed();
        int at = MANY / 2;
        Set<String> before =
                named.subList(0, at).stream().map(RowLocksTests::hex).collect(Collectors.toSet());
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<Future<?>> waiting = new ArrayList<>();
            held(List.of(named.get(at)), () -> {
                waiting.add(other.submit(() -> held(backwards, () -> {})));
                await().pollDelay(PAUSE).pollInterval(PAUSE).untilAsserted(() -> assertThat(free())
                        .hasSize(ALL - 1 - at)
                        .doesNotContainAnyElementsOf(before));
            });
            waiting.getFirst().get();
        }
    }
}
