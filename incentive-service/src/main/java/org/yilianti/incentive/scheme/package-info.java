/**
 * Indicator schemes: what an institution's month is judged by (I1).
 *
 * <p><b>Invariants.</b> Weights are exact decimals and sum to exactly 1 at each of at most three levels. A published scheme never changes; its successor is the next
 * edition of the same name. Whoever wrote it does not publish it (also a database constraint), and nobody else changes the draft. No indicator measures medical income ({@link org.yilianti.incentive.scheme.IncomeRule}).
 *
 * <p><b>Decisions.</b> All rules are listed in {@link org.yilianti.incentive.scheme.SchemeRule} and each returns every violation it
 * finds, so that an author sees all of them at once. A scheme travels as a sheet, a line for the scheme, each group and each indicator; a sheet that
 * comes back unchanged changes nothing. Scores have six decimals, rounded half to even, and lie between 0 and 1.
 */
@ApplicationModule(
        displayName = "Indicator schemes",
        allowedDependencies = {"sheet"})
@NullMarked
package org.yilianti.incentive.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
