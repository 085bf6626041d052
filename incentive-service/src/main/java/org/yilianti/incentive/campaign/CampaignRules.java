package org.yilianti.incentive.campaign;

import org.yilianti.incentive.scheme.NoData;
import org.yilianti.platform.problem.Refusal;

/**
 * How people judge (I3); those in force on the day a campaign is opened are copied into it.
 *
 * @param dropFrom size of a panel from which extremes are dropped
 * @param dropAtEachEnd how many of the highest, and as many of the lowest
 * @param leastPanel experts without whom a panel does not count
 * @param leastSample answers without which a survey does not count
 * @param missing what a component that does not count does: block, zero or exclude
 * @param ownInstitution whether experts and sectors may judge the institution they serve
 * @param daysToObject after the day of publication; the last one counts whole
 * @param daysToDecide after the day an objection was lodged
 */
public record CampaignRules(
        int dropFrom,
        int dropAtEachEnd,
        int leastPanel,
        int leastSample,
        String missing,
        boolean ownInstitution,
        int daysToObject,
        int daysToDecide) {

    private static final int MOST_DAYS = 365;
    private static final int MOST_SAMPLE = 1_000_000;

    /** Refuses (422) numbers that make no sense, such as dropping everybody. */
    public CampaignRules {
        if (dropAtEachEnd < 0 || leastPanel < 1 || dropFrom <= 2L * dropAtEachEnd) {
            throw Refusal.invalid("policy.campaign-panel-unfit", dropFrom, dropAtEachEnd, leastPanel);
        }
        if (leastSample < 1 || leastSample > MOST_SAMPLE) {
            throw Refusal.invalid("policy.campaign-sample-unfit", leastSample, MOST_SAMPLE);
        }
        if (!missing.matches("block|zero|exclude")) {
            throw Refusal.invalid("policy.campaign-missing-unfit", missing);
        }
        if (daysToObject < 1 || daysToObject > MOST_DAYS || daysToDecide < 1 || daysToDecide > MOST_DAYS) {
            throw Refusal.invalid("policy.campaign-days-unfit", daysToObject, daysToDecide, MOST_DAYS);
        }
    }

    /** Custom of such panels; no law sets these numbers. */
    static CampaignRules standard() {
        return new CampaignRules(5, 1, 3, 30, "block", false, 7, 20);
    }

    public NoData noData() {
        return NoData.of(missing);
    }
}
