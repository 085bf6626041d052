package org.yilianti.rotation.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.solver.Assignment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What workers leave behind while they solve: how far they are, and the best plan so far. */
@Repository
public class PlanProgresses {

    private static final TypeReference<List<Assignment>> ASSIGNMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanProgresses(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty before the first word of a worker and after the end. */
    public Optional<PlanProgress> of(UUID planId) {
        return jdbc.sql("select * from plan_progress where plan_id = ?")
                .param(Ids.bytes(planId))
                .query((row, number) -> new PlanProgress(
                        row.getLong("steps"),
                        row.getLong("elapsed_millis"),
                        row.getLong("cost"),
                        row.getObject("bound", Long.class)))
                .optional();
    }

    void tell(UUID planId, PlanProgress progress, Instant now) {
        jdbc.sql("""
                        insert into plan_progress (plan_id, steps, elapsed_millis, cost, bound, told_at) values (?, ?, ?, ?, ?, ?)
                        on duplicate key update steps = values(steps), elapsed_millis = values(elapsed_millis),
                            cost = values(cost), bound = values(bound), told_at = values(told_at)
                        """)
                .param(Ids.bytes(planId))
                .param(progress.steps())
                .param(progress.elapsedMillis())
                .param(progress.cost())
                .param(progress.bound())
                .param(Timestamp.from(now))
                .update();
    }

    /** The best plan that a worker saved before it died; empty when none was. */
    List<Assignment> incumbent(UUID planId) {
        return jdbc.sql("select packed, assignments from plan_incumbent where plan_id = ?")
                .param(Ids.bytes(planId))
                .query((row, number) -> saved(row.getBytes("packed"), row.getString("assignments")))
                .optional()
                .orElse(List.of());
    }

    /** What had been spent when that plan was saved. */
    SearchEffort spent(UUID planId) {
        return jdbc.sql("select steps, elapsed_millis from plan_incumbent where plan_id = ?")
                .param(Ids.bytes(planId))
                .query((row, number) -> new SearchEffort(row.getLong("steps"), row.getLong("elapsed_millis")))
                .optional()
                .orElse(SearchEffort.NONE);
    }

    /** @param text as earlier versions saved it */
    private List<Assignment> saved(byte @Nullable [] packed, @Nullable String text) {
        return packed == null ? json.readValue(text, ASSIGNMENTS) : PackedAssignments.unpack(packed);
    }

    void save(UUID planId, List<Assignment> best, SearchEffort spent, Instant now) {
        jdbc.sql("""
                        insert into plan_incumbent (plan_id, packed, steps, elapsed_millis, saved_at) values (?, ?, ?, ?, ?)
                        on duplicate key update packed = values(packed), assignments = null, steps = values(steps),
                            elapsed_millis = values(elapsed_millis), saved_at = values(saved_at)
                        """)
                .params(
                        Ids.bytes(planId),
                        PackedAssignments.pack(best),
                        spent.steps(),
                        spent.elapsedMillis(),
                        Timestamp.from(now))
                .update();
    }

    /** Nothing is left to watch or to resume. */
    void clear(UUID planId) {
        jdbc.sql("delete from plan_progress where plan_id = ?")
                .param(Ids.bytes(planId))
                .update();
        jdbc.sql("delete from plan_incumbent where plan_id = ?")
                .param(Ids.bytes(planId))
                .update();
    }
}
