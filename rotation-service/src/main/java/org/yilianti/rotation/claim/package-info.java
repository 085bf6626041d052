/**
 * Open duties and claims (M9): staff see what stands open where they may work, ask for it, and a scheduler gives it.
 *
 * <p>Invariants. A claim gives nothing by itself; granting it is judged by the rules under locks ({@link org.yilianti.rotation.roster.Handovers}) and ends
 * every other claim to the duty. A person has at most one pending claim to a duty.
 *
 * <p>Decisions. A claim that breaks a rule already is refused when it is made, with the rules. The list of open duties is a plain query by
 * place, category and specialty: what it shows may still be refused.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster", "roster :: web"})
@NullMarked
package org.yilianti.rotation.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
