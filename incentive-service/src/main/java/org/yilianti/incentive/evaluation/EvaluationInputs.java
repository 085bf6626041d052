package org.yilianti.incentive.evaluation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.platform.ids.Ids;

/** What was entered for an evaluation, and what came of it: measures, qualities, the parts of scores. */
@Component
public class EvaluationInputs {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    EvaluationInputs(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** All measures, by indicator. */
    public List<Measure> measures(EvaluationId id) {
        return entered(id).stream().map(EnteredMeasure::measure).toList();
    }

    /** All measures with how they came about, by indicator. */
    public List<EnteredMeasure> entered(EvaluationId id) {
        return jdbc.sql("""
                        select institution_id, indicator, value, origin from evaluation_measure
                        where evaluation_id = ? order by institution_id, indicator
                        """)
                .param(id.bytes())
                .query((row, number) -> new EnteredMeasure(
                        new Measure(
                                Ids.uuid(row.getBytes("institution_id")),
                                row.getString("indicator"),
                                row.getBigDecimal("value")),
                        DataSource.of(row.getString("origin"))))
                .list();
    }

    /** The parts of all scores, by indicator; empty while the evaluation is open. */
    public List<IndicatorScore> scores(EvaluationId id) {
        return jdbc.sql("""
                        select institution_id, indicator, weight, value, score, no_data from evaluation_score
                        where evaluation_id = ? order by institution_id, indicator
                        """)
                .param(id.bytes())
                .query((row, number) -> new IndicatorScore(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("indicator"),
                        row.getBigDecimal("weight"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("score"),
                        noData(row.getString("no_data"))))
                .list();
    }

    void enter(UUID association, EvaluationId id, List<Measure> measures, DataSource origin, String author) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into evaluation_measure (evaluation_id, institution_id, indicator, association_id, value, origin, entered_by,
                    entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update value = values(value), origin = values(origin), entered_by = values(entered_by),
                    entered_at = values(entered_at)
                """,
                measures.stream()
                        .map(one -> new Object[] {
                            id.bytes(),
                            Ids.bytes(one.institution()),
                            one.indicator(),
                            Ids.bytes(association),
                            one.value(),
                            origin.code(),
                            author,
                            now
                        })
                        .toList());
    }

    void enterQuality(UUID association, EvaluationId id, List<PersonQuality> qualities, String author) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into evaluation_quality (evaluation_id, staff_no, association_id, quality, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update quality = values(quality), entered_by = values(entered_by), entered_at = values(entered_at)
                """,
                qualities.stream()
                        .map(one -> new Object[] {
                            id.bytes(), one.staffNo(), Ids.bytes(association), one.quality(), author, now
                        })
                        .toList());
    }

    void insertScores(UUID association, EvaluationId id, List<IndicatorScore> scores) {
        batches.batchUpdate(
                """
                insert into evaluation_score (evaluation_id, institution_id, indicator, association_id, weight, value, score,
                    no_data) values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                scores.stream()
                        .map(one -> new Object[] {
                            id.bytes(),
                            Ids.bytes(one.institution()),
                            one.indicator(),
                            Ids.bytes(association),
                            one.weight(),
                            one.value(),
                            one.score(),
                            code(one.noData())
                        })
                        .toList());
    }

    private static @Nullable NoData noData(@Nullable String stored) {
        return stored == null ? null : NoData.of(stored);
    }

    private static @Nullable String code(@Nullable NoData policy) {
        return policy == null ? null : policy.code();
    }
}
