package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.test.ServiceTest;

/** Bulk insertion on the real database. */
@ServiceTest
class RowInsertionTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    private String table = "";

    @BeforeEach
    void anEmptyTable() {
        table = "insertion_" + UUID.randomUUID().toString().replace('-', '_');
        jdbc.execute("create table " + table
                + " (sequence bigint auto_increment primary key, number int not null unique, note longtext, hash varbinary(32),"
                + " noted_at datetime(6), valid_from date)");
    }

    @AfterEach
    void dropIt() {
        jdbc.execute("drop table " + table);
    }

    private void insert(List<@Nullable Object[]> rows) {
        new RowInsertion(jdbc, table, "number, note, hash").insert(rows);
    }

    private static @Nullable Object[] row(int number, @Nullable String note) {
        return new @Nullable Object[] {number, note, new byte[] {(byte) number}};
    }

    @Test
    void rowsOfManyStatementsKeepTheirOrderAndTheirNulls() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IntStream.range(0, 1001).forEach(number -> rows.add(row(number, number % 2 == 0 ? null : "沈" + number)));
        insert(rows);
        assertThat(jdbc.queryForList("select number from " + table + " order by sequence", Integer.class))
                .containsExactlyElementsOf(IntStream.range(0, 1001).boxed().toList());
        assertThat(jdbc.queryForObject("select note from " + table + " where number = 7", String.class))
                .isEqualTo("沈7");
        assertThat(jdbc.queryForObject("select count(*) from " + table + " where note is null", Integer.class))
                .isEqualTo(501);
    }

    @Test
    void largeRowsArePartedSoThatNoPacketGrowsTooLarge() {
        String large = "沈".repeat(300_000);
        insert(IntStream.range(0, 40).mapToObj(number -> row(number, large)).toList());
        assertThat(jdbc.queryForObject("select sum(char_length(note)) from " + table, Long.class))
                .isEqualTo(12_000_000);
    }

    @Test
    void momentsAndDaysArriveAsTheyAreWhereverTheProcessRuns() {
        TimeZone home = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Instant moment = Instant.parse("2026-03-08T07:30:00.123456Z"); // an hour that New York's clocks leave out
            LocalDate day = LocalDate.of(2026, 3, 8);
            new RowInsertion(jdbc, table, "number, noted_at, valid_from")
                    .insert(Arrays.asList(
                            new @Nullable Object[] {1, Timestamp.from(moment), day},
                            new @Nullable Object[] {2, null, null}));
            assertThat(jdbc.queryForList(
                            "select concat_ws(' ', noted_at, valid_from) from " + table + " order by number",
                            String.class))
                    .containsExactly("2026-03-08 07:30:00.123456 2026-03-08", "");
        } finally {
            TimeZone.setDefault(home);
        }
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {3, 3000})
    void everyByteAndEverySignArrivesAsItIs(int count) {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(value -> bytes[value] = (byte) value);
        String text = "tab\t line\n return\r zero\0 back\\slash \\N \\t quote' \" 沈 \uD83C\uDFE5 é";
        insert(IntStream.range(0, count)
                .mapToObj(number -> new @Nullable Object[] {
                    number, text + number, Arrays.copyOfRange(bytes, number % 8 * 32, number % 8 * 32 + 32)
                })
                .toList());
        List<Map<String, Object>> kept = jdbc.queryForList("select note, hash from " + table + " order by number");
        assertThat(kept).hasSize(count);
        for (int number = 0; number < count; number++) {
            assertThat(kept.get(number)).containsEntry("note", text + number);
            assertThat((byte[]) kept.get(number).get("hash"))
                    .isEqualTo(Arrays.copyOfRange(bytes, number % 8 * 32, number % 8 * 32 + 32));
        }
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {3, 3000})
    void aValueThatDoesNotFitFailsAndIsNotCutOff(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IntStream.range(0, count).forEach(number -> rows.add(row(number, "a")));
        rows.set(count - 1, new @Nullable Object[] {count, "b", new byte[33]});
        assertThatThrownBy(() -> insert(rows)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void truthsAndDecimalsArriveInManyRowsAsInFew() {
        for (int count : new int[] {2, 5000}) {
            jdbc.execute("drop table " + table);
            jdbc.execute("create table " + table
                    + " (number int primary key, truth boolean not null, amount decimal(12, 3))");
            new RowInsertion(jdbc, table, "number, truth, amount")
                    .insert(IntStream.range(0, count)
                            .mapToObj(
                                    number -> new @Nullable Object[] {number, number % 2 == 0, new BigDecimal("1E+3")})
                            .toList());
            assertThat(jdbc.queryForList("select truth from " + table + " order by number limit 2", Boolean.class))
                    .containsExactly(true, false);
            assertThat(jdbc.queryForObject("select max(amount) from " + table, BigDecimal.class))
                    .isEqualByComparingTo("1000");
        }
    }

    @Test
    void rowsAreMadeOneAfterTheOtherWhileTheServerTakesThem() {
        List<Integer> made = new ArrayList<>();
        List<Integer> numbers = IntStream.range(0, 20_000).boxed().toList();
        new RowInsertion(jdbc, table, "number, note, hash").insert(numbers, number -> {
            made.add(number);
            return row(number, "沈".repeat(20));
        });
        assertThat(made).isEqualTo(numbers);
        assertThat(jdbc.queryForList("select number from " + table + " order by sequence", Integer.class))
                .isEqualTo(numbers);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {3, 20_000})
    void aRowThatCannotBeMadeFailsAllOfThemAndLeavesTheConnectionOfUse(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        transactions.executeWithoutResult(status -> {
            assertThatThrownBy(() -> new RowInsertion(jdbc, table, "number, note, hash").insert(numbers, number -> {
                        if (number == count - 1) {
                            throw new IllegalStateException("cannot be made");
                        }
                        return row(number, "沈".repeat(20));
                    }))
                    .hasMessage("cannot be made");
            assertThat(jdbc.queryForObject("select 7", Integer.class)).isEqualTo(7);
            status.setRollbackOnly();
        });
        assertThat(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .isZero();
    }

    @Test
    void nothingIsInsertedOfNothing() {
        insert(List.of());
        assertThat(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .isZero();
    }

    @Test
    void aRowThatIsThereAlreadyFailsLikeABatch() {
        List<@Nullable Object[]> twice = List.of(row(1, "a"), row(1, "b"));
        assertThatThrownBy(() -> insert(twice)).isInstanceOf(DuplicateKeyException.class);
        List<@Nullable Object[]> many = new ArrayList<>(twice);
        IntStream.range(2, 3000).forEach(number -> many.add(row(number, "c")));
        assertThatThrownBy(() -> insert(many)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void manyRowsGoInByOneStatementAndTheDriverSendsNoFileOtherwise() {
        assumeTrue(
                Boolean.TRUE.equals(jdbc.queryForObject("select @@local_infile", Boolean.class)),
                "a server that does not permit LOAD DATA LOCAL gets statements");
        long before = loads();
        insert(IntStream.range(0, 5000).mapToObj(number -> row(number, "a")).toList());
        assertThat(loads()).isGreaterThan(before);
        assertThatThrownBy(() -> jdbc.execute("load data local infile '/etc/hostname' into table " + table + " (note)"))
                .isInstanceOf(DataAccessException.class);
    }

    private long loads() {
        return Long.parseLong(Objects.requireNonNull(
                jdbc.queryForObject("show global status like 'Com_load'", (row, number) -> row.getString(2))));
    }
}
