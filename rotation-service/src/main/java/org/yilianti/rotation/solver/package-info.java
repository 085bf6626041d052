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
 *   <li>Hard rules are hereditary (taking a duty away never breaks one), so one predicate per rule serves check and explanation, and the
 *       empty plan is feasible. Least numbers (hours, runs, breaks) are not hereditary: they are soft rules whose price outranks the
 *       rest, and a line that keeps them never loses them again in a search.
 *   <li>The registry of rules yields the search's form too: rules about the order of duties are compiled into an automaton per kind of
 *       contract, what is counted over longer times into packed counters. Tests compare both with the rules on random lines.
 *   <li>At most one duty starts on a day for one person; a duty and its minutes belong to that day, its week and weekend.
 *   <li>Fairness is a convex cost of each person's own total, which is least in sum when work is spread evenly.
 *   <li>Contradictory pins are refused one by one, in the order given, with reasons; the rest is planned.
 *   <li>The big move plans a window of one person's days exactly by dynamic programming over the automaton's states and the counters,
 *       with prices on minutes that keep most partial plans out (see WindowPlanner), for one to four people after another; ruin and
 *       recreate after Schrimpf et al., Journal of Computational Physics 159, 2000.
 *   <li>Beside that search another plans many lines at once by column generation (see Neighbourhood): a linear program mixes whole lines,
 *       an exact dynamic program finds those that its prices ask for. It begins with prices found by asking lines in turn, without a
 *       linear program, which would be blind and slow at first (see PriceSearch). What a dive of the whole plan misses is found in areas
 *       of two shapes: long stretches of some lines, and a few days of all people, which are decided in seconds or less because so few
 *       days hold little that mixes. Near its bound a plan is dived for again and again,
 *       with some chance in the order of fixing lines. Over the whole plan it also proves the bound, which is
 *       within 1 % of the best known costs of most published instances; where there is no time for it, a simpler Lagrangian bound or a
 *       matching's holds. The linear program is solved by GLOP of OR-Tools (Apache License 2.0): a native library, loaded by the first
 *       solve; where it cannot be loaded, plans are made without.
 *   <li>Work is counted in steps, also that of the linear program (pivots) and of the dynamic program (cells), so that a budget of steps
 *       gives the same plan on any machine.
 * </ul>
 */
@NullMarked
package org.yilianti.rotation.solver;

import org.jspecify.annotations.NullMarked;
