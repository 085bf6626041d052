/**
 * Evaluations: the month of some institutions judged by a published scheme (I1, I2).
 *
 * <p><b>Invariants.</b> A closed evaluation never changes. An institution's score is the exact sum of weight × score over the
 * indicators, between 0 and 1, and its parts are kept, so that it explains itself.
 *
 * <p><b>Decisions.</b> What an indicator without a measure does is the scheme's to say: it blocks the closing, scores 0, or is left out
 * and the rest rescaled; an institution without any measure always blocks. Quality belongs to a person, not to
 * a place, and so needs an evaluator of the whole association; whoever has none given counts as 1. Who entered what is kept and
 * audited. Where the scheme says where an indicator's values come from they come from there and nowhere else: nobody types what a
 * campaign, a sample or the records of service are to show. The values of an indicator without a source come from anywhere. Tables {@code evaluation_institution} and {@code evaluation_quality} of a closed evaluation may be read in SQL by pay
 * runs.
 */
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {"directory", "scheme", "sheet"})
@NullMarked
package org.yilianti.incentive.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
