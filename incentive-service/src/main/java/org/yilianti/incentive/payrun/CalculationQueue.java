package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The calculations that were asked for; of a run at most one is queued. */
@Component
public class CalculationQueue {

    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CalculationQueue(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The run's last calculation; empty when none was asked for. */
    public Optional<Calculation> last(PayRunId run) {
        return jdbc.sql("select * from pay_run_calculation where run_id = ? order by id desc limit 1")
                .param(run.bytes())
                .query(this::calculation)
                .optional();
    }

    /** Some of those that wait, oldest first. */
    List<Calculation> queued() {
        return jdbc.sql("select * from pay_run_calculation where status = 'queued' order by id limit ?")
                .param(BATCH)
                .query(this::calculation)
                .list();
    }

    boolean isQueued(PayRunId run) {
        return last(run).filter(one -> one.status().equals("queued")).isPresent();
    }

    /** How far a queued calculation is; empty when it is queued no more. */
    Optional<CalculationStage> stage(UUID calculation) {
        return jdbc.sql("select stage from pay_run_calculation where id = ? and status = 'queued'")
                .param(Ids.bytes(calculation))
                .query((row, number) -> CalculationStage.of(row.getString(1)))
                .optional();
    }

    void reach(UUID calculation, CalculationStage stage) {
        jdbc.sql("update pay_run_calculation set stage = ? where id = ?")
                .params(stage.code(), Ids.bytes(calculation))
                .update();
    }

    void enqueue(PayRun run, String requester) {
        jdbc.sql("""
                        insert into pay_run_calculation (id, association_id, run_id, status, queued_claim, requested_by, requested_at)
                        values (?, ?, ?, 'queued', ?, ?, ?)
                        """)
                .param(Ids.bytes(Ids.next()))
                .param(Ids.bytes(run.association()))
                .param(run.id().bytes())
                .param(run.id().bytes())
                .param(requester)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    void finish(PayRunId run) {
        end(run, "finished", null, null);
    }

    void cancel(PayRunId run) {
        end(run, "cancelled", null, null);
    }

    void fail(PayRunId run, String code, Object... args) {
        end(run, "failed", code, json.writeValueAsString(args));
    }

    private void end(PayRunId run, String status, @Nullable String code, @Nullable String args) {
        jdbc.sql("""
                        update pay_run_calculation set status = ?, queued_claim = null, finished_at = ?, failure_code = ?,
                            failure_args = ? where queued_claim = ?
                        """)
                .param(status)
                .param(Timestamp.from(clock.instant()))
                .param(code)
                .param(args)
                .param(run.bytes())
                .update();
    }

    private Calculation calculation(ResultSet row, int number) throws SQLException {
        String args = row.getString("failure_args");
        return new Calculation(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                row.getString("status"),
                CalculationStage.of(row.getString("stage")).code(),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("failure_code"),
                args == null ? List.of() : json.readValue(args, new TypeReference<List<Object>>() {}));
    }
}
