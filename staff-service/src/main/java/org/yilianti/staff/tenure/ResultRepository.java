package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.tenure.TenureResult.Confirmation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The table of results; the lock of their tenure keeps them in order. */
@Repository
public class ResultRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    ResultRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Those of a tenure, years first, the whole term last. */
    public List<TenureResult> of(UUID tenure) {
        return jdbc.sql("select * from director_result where tenure_id = ? order by term_year = 0, term_year")
                .param(Ids.bytes(tenure))
                .query(this::result)
                .list();
    }

    /** As {@link #of(UUID)}, of each of these tenures. */
    public Map<UUID, List<TenureResult>> of(Collection<UUID> tenures) {
        Map<UUID, List<TenureResult>> found = new HashMap<>();
        if (!tenures.isEmpty()) {
            jdbc.sql("select * from director_result where tenure_id in (:tenures) order by term_year = 0, term_year")
                    .param("tenures", tenures.stream().map(Ids::bytes).toList())
                    .query(this::result)
                    .list()
                    .forEach(result -> found.computeIfAbsent(result.tenure(), none -> new ArrayList<>())
                            .add(result));
        }
        return found;
    }

    Optional<TenureResult> find(UUID tenure, int year) {
        return jdbc.sql("select * from director_result where tenure_id = ? and term_year = ?")
                .params(Ids.bytes(tenure), year)
                .query(this::result)
                .optional();
    }

    /** Keeps results, each in place of one that was not confirmed. */
    void keep(UUID association, List<TenureResult> reached) {
        batches.batchUpdate(
                """
                insert into director_result (tenure_id, term_year, association_id, reached, score, grade, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update reached = values(reached), score = values(score), grade = values(grade),
                    recorded_at = values(recorded_at), recorded_by = values(recorded_by)
                """,
                reached.stream()
                        .map(result -> new Object[] {
                            Ids.bytes(result.tenure()),
                            result.year(),
                            Ids.bytes(association),
                            json.writeValueAsString(result.reached()),
                            result.score(),
                            result.grade().code(),
                            Timestamp.from(result.recordedAt()),
                            result.recordedBy()
                        })
                        .toList());
    }

    void confirm(TenureResult result, Confirmation by) {
        jdbc.sql("update director_result set confirmed_at = ?, confirmed_by = ? where tenure_id = ? and term_year = ?")
                .params(Timestamp.from(by.at()), by.by(), Ids.bytes(result.tenure()), result.year())
                .update();
    }

    private TenureResult result(ResultSet row, int number) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        Map<String, BigDecimal> reached =
                json.readValue(row.getString("reached"), new TypeReference<LinkedHashMap<String, BigDecimal>>() {});
        return new TenureResult(
                Ids.uuid(row.getBytes("tenure_id")),
                row.getInt("term_year"),
                reached,
                row.getBigDecimal("score"),
                Coded.of(Grade.class, row.getString("grade")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                confirmed == null ? null : new Confirmation(confirmed.toInstant(), row.getString("confirmed_by")));
    }
}
