package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how a run's pool went to institutions. */
@Component
public class ShareReport {

    private final JdbcClient jdbc;

    ShareReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An institution's part of a run. */
    public record Share(
            String code,
            String name,
            @Nullable String nameEn,
            long population,
            BigDecimal score,
            BigDecimal pointMinutes,
            long shareFen,
            long amountFen,
            long fixedFen) {

        /** Whether its share went to the others, because nobody there has points. */
        public boolean wasRedistributed() {
            return shareFen > 0 && pointMinutes.signum() == 0;
        }
    }

    /** The shares of a run, by institution code; empty until it is calculated. */
    public List<Share> shares(PayRunId run) {
        return jdbc.sql("""
                        select i.code, i.name, i.name_en, i.population, i.score, s.point_minutes, s.share_fen, s.amount_fen, s.fixed_fen
                        from pay_share s join pay_input_institution i on i.run_id = s.run_id and i.institution_id = s.institution_id
                        where s.run_id = ? order by i.code
                        """)
                .param(run.bytes())
                .query((row, number) -> new Share(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getLong("population"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("point_minutes"),
                        row.getLong("share_fen"),
                        row.getLong("amount_fen"),
                        row.getLong("fixed_fen")))
                .list();
    }
}
