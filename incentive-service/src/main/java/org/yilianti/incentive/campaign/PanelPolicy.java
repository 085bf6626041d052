package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How the scores of a panel become one: the mean of what is left when the highest and the lowest are dropped.
 *
 * @param score six decimals, half to even
 * @param dropped at both ends together
 */
record PanelPolicy(BigDecimal score, int dropped, PartReason reason) {

    /** Of at least one score, in any order; equal scores are dropped as if they were different. */
    static PanelPolicy apply(List<BigDecimal> scores, CampaignRules rules) {
        boolean drops = scores.size() >= rules.dropFrom() && rules.dropAtEachEnd() > 0;
        int atEachEnd = drops ? rules.dropAtEachEnd() : 0;
        List<BigDecimal> kept = scores.stream().sorted().toList().subList(atEachEnd, scores.size() - atEachEnd);
        return new PanelPolicy(
                Spread.rounded(Spread.mean(kept, MathContext.DECIMAL128)), 2 * atEachEnd, reason(drops, rules));
    }

    private static PartReason reason(boolean drops, CampaignRules rules) {
        if (drops) {
            return PartReason.EXTREMES_DROPPED;
        }
        return rules.dropAtEachEnd() > 0 ? PartReason.TOO_FEW_TO_DROP : PartReason.COUNTED;
    }
}
