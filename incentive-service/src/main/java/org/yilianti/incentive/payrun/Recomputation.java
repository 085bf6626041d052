package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** Compares what a run's stored inputs give now with what was stored as its result. */
@Component
class Recomputation {

    private final JdbcClient jdbc;
    private final StoredInputs inputs;

    Recomputation(JdbcClient jdbc, StoredInputs inputs) {
        this.jdbc = jdbc;
        this.inputs = inputs;
    }

    private record Stored(Instant knownAt, @Nullable String digest) {}

    /** Computes the run again; every difference means that something was changed behind its back. */
    RecomputedRun of(PayRun run) {
        PayCalculation computed = CorrectedPay.apply(inputs.read(run));
        Stored stored = jdbc.sql("select known_at, digest from pay_input_snapshot where run_id = ?")
                .param(run.id().bytes())
                .query(Recomputation::stored)
                .optional()
                .orElse(null);
        return new RecomputedRun(
                differences(run.id(), computed),
                ResultDigest.of(computed),
                stored == null ? null : stored.digest(),
                stored == null ? null : stored.knownAt());
    }

    private int differences(PayRunId run, PayCalculation calculation) {
        Map<List<UUID>, Money> stored = stored(run);
        Map<List<UUID>, Money> computed = new HashMap<>();
        calculation
                .lines()
                .forEach(line ->
                        computed.put(List.of(line.work().member(), line.work().institution()), line.amount()));
        calculation.shares().forEach(share -> computed.put(List.of(share.institution()), share.amount()));
        calculation
                .corrections()
                .forEach(one ->
                        computed.put(List.of(one.corrected().value(), one.member(), one.institution()), one.taken()));
        long matching = computed.entrySet().stream()
                .filter(one -> one.getValue().equals(stored.get(one.getKey())))
                .count();
        return Math.toIntExact(Math.max(stored.size(), computed.size()) - matching);
    }

    private Map<List<UUID>, Money> stored(PayRunId run) {
        Map<List<UUID>, Money> stored = new HashMap<>();
        jdbc.sql("select member_id, institution_id, amount_fen from pay_line where run_id = ?")
                .param(run.bytes())
                .query(row -> {
                    stored.put(List.of(id(row, 1), id(row, 2)), Money.ofFen(row.getLong(3)));
                });
        jdbc.sql("select institution_id, amount_fen from pay_share where run_id = ?")
                .param(run.bytes())
                .query(row -> {
                    stored.put(List.of(id(row, 1)), Money.ofFen(row.getLong(2)));
                });
        jdbc.sql("select corrected_run_id, member_id, institution_id, amount_fen from pay_correction where run_id = ?")
                .param(run.bytes())
                .query(row -> {
                    stored.put(List.of(id(row, 1), id(row, 2), id(row, 3)), Money.ofFen(row.getLong(4)));
                });
        return stored;
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return Ids.uuid(row.getBytes(column));
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        Timestamp knownAt = row.getTimestamp("known_at");
        return new Stored(knownAt.toInstant(), row.getString("digest"));
    }
}
