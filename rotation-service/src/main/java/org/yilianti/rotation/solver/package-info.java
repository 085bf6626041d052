/**
 * The planner: who works which duty over all sites. Pure computation behind a small interface, without Spring, clock, database or network.
 *
 * <p><b>In</b>: a {@link org.yilianti.rotation.solver.RosterProblem}. <b>Out</b>: a {@link org.yilianti.rotation.solver.RosterPlan} from a
 * {@link org.yilianti.rotation.solver.RosterEngine}, judged by the {@link org.yilianti.rotation.solver.RosterScorer}, explained by the
 * {@link org.yilianti.rotation.solver.RosterExplainer}. The glossary of everything a plan is judged by is
 * {@link org.yilianti.rotation.solver.Rule}.
 *
 * <p><b>Invariants.</b> No plan breaks a hard rule, however little it covers. The cost an engine reports is the scorer's. A bound is proven or
 * absent. What is lawful is decided outside and never questioned or widened here. Costs, weights and minutes are whole numbers.
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>Hard rules and all soft rules but cover are functions of one person's row; cover is a shared count. Whole rows can be exchanged
 *       between plans and threads without breaking a rule.
 *   <li>Hard rules are hereditary (taking a duty away never breaks one), so one predicate per rule serves search, check and explanation,
 *       and the empty plan is feasible. Least numbers (shortest run, least hours) are not hereditary: an engine that builds whole rows,
 *       or a soft cost, brings them.
 *   <li>At most one duty starts on a day for one person; a duty and its minutes belong to that day, its week and weekend.
 *   <li>Fairness is a convex cost of each person's own total, which is least in sum when work is spread evenly.
 *   <li>Contradictory pins are refused one by one, in the order given, with reasons; the rest is planned.
 *   <li>The exact re-planning of a window follows the ruin-and-recreate moves that did best on the family of rosters published by Curtois
 *       and Qu; on windows of up to ten days branch and bound over the rules themselves needs no second formulation of them, which a
 *       dynamic programme over states would. Longer windows will want that programme.
 * </ul>
 */
@NullMarked
package org.yilianti.rotation.solver;

import org.jspecify.annotations.NullMarked;
