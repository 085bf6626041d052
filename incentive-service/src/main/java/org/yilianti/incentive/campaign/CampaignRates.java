package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.survey.Estimate;
import org.yilianti.incentive.survey.SurveyResult;
import org.yilianti.platform.ids.Ids;

/** The rates of awareness, satisfaction and utilisation that a campaign's survey found. */
@Component
public class CampaignRates {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CampaignRates(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A rate with its 95 % confidence interval, all from 0 to 1.
     *
     * @param code of a topic, or of a question
     * @param method how the interval was found: wilson or t
     */
    public record Rate(
            boolean topic,
            String code,
            int respondents,
            BigDecimal share,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String method) {}

    /** What was found of a subject: topics first. */
    public List<Rate> of(UUID campaign, String subject) {
        return jdbc.sql("select * from campaign_rate where campaign_id = ? and subject = ? order by topic desc, code")
                .params(Ids.bytes(campaign), subject)
                .query((row, number) -> new Rate(
                        row.getBoolean("topic"),
                        row.getString("code"),
                        row.getInt("respondents"),
                        row.getBigDecimal("share"),
                        row.getBigDecimal("low"),
                        row.getBigDecimal("high"),
                        row.getString("method")))
                .list();
    }

    /** Keeps what was found, in place of what was found before. */
    void replace(Campaign of, Map<String, SurveyResult> bySubject) {
        jdbc.sql("delete from campaign_rate where campaign_id = ?")
                .param(Ids.bytes(of.id()))
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        bySubject.forEach((subject, result) -> {
            result.topics().forEach((topic, rate) -> rows.add(row(of, subject, true, topic.code(), rate)));
            result.questions().forEach((code, rate) -> rows.add(row(of, subject, false, code, rate)));
        });
        batches.batchUpdate("""
                insert into campaign_rate (campaign_id, subject, topic, code, association_id, respondents, share, low, high, method)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static @Nullable Object[] row(Campaign of, String subject, boolean topic, String code, Estimate rate) {
        return new @Nullable Object[] {
            Ids.bytes(of.id()),
            subject,
            topic,
            code,
            Ids.bytes(of.association()),
            rate.respondents(),
            rate.share(),
            rate.low(),
            rate.high(),
            rate.method().code()
        };
    }
}
