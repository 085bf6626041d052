/**
 * The fairness ledger (M7): nights, weekends, public holidays, duties away from home, hours and refused wishes of a person over all sites and
 * plans, month after month.
 *
 * <p>Invariants. The ledger is read from the duties in force, whoever planned or changed them, so it cannot disagree with the roster; nothing
 * is kept twice. A wish counts as refused only where a roster was published that could have granted it.
 *
 * <p>Decisions. What was carried before weighs in the next plan as wishes of the person: each night costs, beside its place among the nights
 * of the month, the weight of the nights carried over, which is the cost the n-th night would have had, had the month gone on. Only what
 * exceeds the least burdened candidate counts, so that a hard season for all costs nothing. Weekends and duties away do the same; a
 * holiday costs its weight for each holiday worked before and one more; refused wishes make the next wish heavier. Read model in plain
 * SQL over duties, wishes and appointments.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster"})
@NullMarked
package org.yilianti.rotation.fairness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
