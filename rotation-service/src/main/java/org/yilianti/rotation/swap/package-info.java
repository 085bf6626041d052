/**
 * Swaps (M9): somebody offers a duty to a colleague for one of theirs, or for nothing; the colleague accepts; a scheduler approves.
 *
 * <p>Invariants. Only the holder offers, only the named colleague accepts or declines, and neither of them approves. Approval is the moment that
 * counts: the rules are looked at under the locks of both ({@link org.yilianti.rotation.roster.Handovers}), whatever an earlier look said.
 *
 * <p>Decisions. What stands in the way is told with every pending swap, so nobody need wait for an approval that cannot come. A scheduler
 * approves who plans at the sites of both duties.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster"})
@NullMarked
package org.yilianti.rotation.swap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
