package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.incentive.survey.Estimate;
import org.yilianti.incentive.survey.SurveyResult;

/**
 * What people said of one subject, and what its components make of that.
 *
 * @param given scores of all raters, in any order
 * @param survey null without one
 */
record Judgement(
        String subject, List<Given> given, @Nullable SurveyResult survey) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A score of one rater; {@code sector} is empty unless it is a sector that rates. */
    record Given(ComponentKind kind, String sector, BigDecimal score) {}

    /** The part of a component, by the rules. */
    Part part(CampaignComponent component, CampaignRules rules) {
        return component.kind() == ComponentKind.SURVEY ? answered(component, rules) : rated(component, rules);
    }

    private Part rated(CampaignComponent component, CampaignRules rules) {
        List<BigDecimal> scores = given.stream()
                .filter(one -> one.kind() == component.kind())
                .map(Given::score)
                .toList();
        if (scores.isEmpty()) {
            return missing(component, 0, PartReason.NOTHING_GIVEN, rules);
        }
        if (component.kind() == ComponentKind.PANEL) {
            if (scores.size() < rules.leastPanel()) {
                return missing(component, scores.size(), PartReason.PANEL_TOO_SMALL, rules);
            }
            PanelPolicy panel = PanelPolicy.apply(scores, rules);
            return part(component, panel.score(), scores, panel.dropped(), panel.reason());
        }
        BigDecimal score = component.kind() == ComponentKind.SECTOR
                ? Spread.mean(sectors(), MathContext.DECIMAL128)
                : Spread.mean(scores, MathContext.DECIMAL128);
        return part(component, Spread.rounded(score), scores, 0, PartReason.COUNTED);
    }

    /** The mean of each sector; in the order of their names, so that rounding is always the same. */
    private List<BigDecimal> sectors() {
        Map<String, List<BigDecimal>> bySector = given.stream()
                .filter(one -> one.kind() == ComponentKind.SECTOR)
                .collect(Collectors.groupingBy(
                        Given::sector, TreeMap::new, Collectors.mapping(Given::score, Collectors.toList())));
        return bySector.values().stream()
                .map(scores -> Spread.mean(scores, MathContext.DECIMAL128))
                .toList();
    }

    private Part answered(CampaignComponent component, CampaignRules rules) {
        int respondents = survey == null ? 0 : survey.respondents();
        BigDecimal score = survey == null ? null : survey.score().orElse(null);
        if (survey == null || score == null) {
            return missing(component, respondents, PartReason.NOTHING_GIVEN, rules);
        }
        if (respondents < rules.leastSample()) {
            return missing(component, respondents, PartReason.SAMPLE_TOO_SMALL, rules);
        }
        return new Part(
                component.kind(),
                component.weight(),
                score,
                respondents,
                0,
                null,
                interval(survey),
                PartReason.COUNTED,
                null);
    }

    /** Of a survey about a single topic; of several topics each has its own. */
    private static Part.@Nullable Interval interval(SurveyResult survey) {
        if (survey.topics().size() != 1) {
            return null;
        }
        Estimate only = survey.topics().values().iterator().next();
        BigDecimal low = only.low();
        BigDecimal high = only.high();
        return low == null || high == null
                ? null
                : new Part.Interval(Spread.rounded(low.multiply(HUNDRED)), Spread.rounded(high.multiply(HUNDRED)));
    }

    private static Part part(
            CampaignComponent component, BigDecimal score, List<BigDecimal> all, int dropped, PartReason reason) {
        return new Part(
                component.kind(), component.weight(), score, all.size(), dropped, Spread.of(all), null, reason, null);
    }

    private static Part missing(CampaignComponent component, int given, PartReason reason, CampaignRules rules) {
        NoData becomes = rules.noData();
        return new Part(component.kind(), component.weight(), null, given, 0, null, null, reason, becomes);
    }
}
