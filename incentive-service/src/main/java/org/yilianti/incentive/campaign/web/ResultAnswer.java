package org.yilianti.incentive.campaign.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.campaign.CampaignRates.Rate;
import org.yilianti.incentive.campaign.Part;
import org.yilianti.incentive.campaign.Spread;
import org.yilianti.incentive.campaign.SubjectScore;
import org.yilianti.platform.problem.ProblemFactory;

/**
 * What came of a subject, with all it is made of; decimals are strings.
 *
 * @param score 0 to 100
 * @param rates what the survey found, from 0 to 1 with their 95 % confidence intervals
 */
record ResultAnswer(String subject, int edition, String score, List<PartAnswer> parts, List<RateAnswer> rates) {

    /**
     * A component's part.
     *
     * @param score null when it does not count
     * @param given scores or answers it rests on, of which {@code dropped} as extremes
     * @param range between the highest and the lowest of all scores given
     * @param deviation sample standard deviation of all scores given
     * @param reason why it counts as it does; {@code explanation} says it in the caller's language
     * @param missing what became of a component that does not count: zero or exclude
     */
    record PartAnswer(
            String component,
            String weight,
            @Nullable String score,
            int given,
            int dropped,
            @Nullable String least,
            @Nullable String most,
            @Nullable String range,
            @Nullable String deviation,
            @Nullable String low,
            @Nullable String high,
            String reason,
            String explanation,
            @Nullable String missing) {

        static PartAnswer of(Part one, ProblemFactory texts, Locale locale) {
            Spread spread = one.spread();
            Part.Interval interval = one.interval();
            String reason = one.reason().code();
            return new PartAnswer(
                    one.kind().code(),
                    CampaignAnswer.plain(one.weight()),
                    CampaignAnswer.plainOrNull(one.score()),
                    one.given(),
                    one.dropped(),
                    spread == null ? null : CampaignAnswer.plain(spread.least()),
                    spread == null ? null : CampaignAnswer.plain(spread.most()),
                    spread == null ? null : CampaignAnswer.plain(spread.range()),
                    spread == null ? null : CampaignAnswer.plainOrNull(spread.deviation()),
                    interval == null ? null : CampaignAnswer.plain(interval.low()),
                    interval == null ? null : CampaignAnswer.plain(interval.high()),
                    reason,
                    texts.text("campaign.part-" + reason, new Object[] {one.given(), one.dropped()}, locale),
                    one.missing() == null ? null : one.missing().code());
        }
    }

    /** The rate of a topic, or of a question. */
    record RateAnswer(
            @Nullable String topic,
            @Nullable String question,
            int respondents,
            String rate,
            @Nullable String low,
            @Nullable String high,
            String method) {

        static RateAnswer of(Rate one) {
            return new RateAnswer(
                    one.topic() ? one.code() : null,
                    one.topic() ? null : one.code(),
                    one.respondents(),
                    CampaignAnswer.plain(one.share()),
                    CampaignAnswer.plainOrNull(one.low()),
                    CampaignAnswer.plainOrNull(one.high()),
                    one.method());
        }
    }

    static ResultAnswer of(SubjectScore one, int edition, List<Rate> rates, ProblemFactory texts, Locale locale) {
        return new ResultAnswer(
                one.subject(),
                edition,
                CampaignAnswer.plain(one.score()),
                one.parts().stream()
                        .map(part -> PartAnswer.of(part, texts, locale))
                        .toList(),
                rates.stream().map(RateAnswer::of).toList());
    }
}
