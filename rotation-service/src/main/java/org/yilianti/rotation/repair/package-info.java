/**
 * Repair of a published roster (M9): who could take a duty over, what each choice would do, and the choice carried out.
 *
 * <p>Invariants. The published plan is kept: a repair changes one duty, or two where nobody is free. What is offered breaks no hard rule as
 * things stand; what is applied is judged again under locks ({@link org.yilianti.rotation.roster.Handovers}), so an offer that has grown
 * old is refused, never applied.
 *
 * <p>Decisions. Offers are ranked by the number of duties changed, then by what they cost in fairness, hours out of proportion, travel and
 * wishes. Two duties change where somebody who works elsewhere that day takes this duty and a third person takes theirs; longer chains
 * are not looked for, since a planner would rather plan anew. All people concerned are loaded in a fixed number of queries and judged in
 * memory; {@code deploy/bench/repair} measures it.
 */
@ApplicationModule(allowedDependencies = {"directory", "practice", "roster", "roster :: web", "solver"})
@NullMarked
package org.yilianti.rotation.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
