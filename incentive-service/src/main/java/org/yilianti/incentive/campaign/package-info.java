/**
 * Evaluation campaigns: a period of the association, of institutions, departments or persons, judged by people (I3).
 *
 * <p>draft → open → closed → reviewed → published → final; a review that fails opens it again. What is judged has up to four components
 * with weights: self, expert panel, sectors and a survey of the people served.
 *
 * <p><b>Invariants.</b> Weights are exact and sum to 1. A rater sees no scores but their own, and judges neither themself nor, unless the
 * policy allows it, their own institution. Whoever made or closed a campaign, or rated in it, does not review it. Published results
 * never change: an objection that is upheld, by somebody who had no part in them, leads to another edition, and both are kept with all
 * parts and weights.
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>Scores are 0 to 100 with at most two decimals; what is computed of them has six, half to even, and is independent of any order.
 *   <li>The policy {@code evaluation-campaigns} in force on the day of the opening is copied into the campaign.
 *   <li>A panel drops as many extremes at each end as the policy says when it is large enough, and says so when it is not; spread is
 *       shown over all scores, dropped ones too. Sectors count the same each, however many raters they have.
 *   <li>A component without enough scores or answers blocks the closing, counts 0, or is left out and the rest rescaled, as the policy
 *       says; where all are missing nothing can be scored.
 *   <li>A final campaign of institutions can be taken over as measures of an indicator, one of persons as their quality, by an evaluation
 *       that is open: that is how its scores reach funds and pay. What is merely published can still be contested, and pays nobody.
 *   <li>Departments are named by who drafts the campaign: the directory has none.
 * </ul>
 */
@ApplicationModule(
        displayName = "Evaluation campaigns",
        allowedDependencies = {"directory", "scheme", "evaluation", "survey", "sheet"})
@NullMarked
package org.yilianti.incentive.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
