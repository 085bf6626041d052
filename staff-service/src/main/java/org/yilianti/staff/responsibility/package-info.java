/**
 * The responsibility tree of public health: leading group, management office, institution, and at each the persons who answer for it,
 * full-time or part-time (R11).
 *
 * <p>Invariants: an association has one leading group at a time, and an institution one unit of its own; a unit stands under one of the
 * level above; a unit has one head at a time and ends only when nobody and nothing is left under it; nobody is full-time in two units at
 * once; who is named at an institution is appointed there on the first day.
 *
 * <p>Decisions: units and namings are effective-dated, so the tree can be asked for as of any day; what is wrong ends and is recorded anew.
 * All changes of one association's tree follow one another.
 * Units and namings are state events of their own, {@code staff.responsibility-unit-changed.v1} and
 * {@code staff.responsible-person-changed.v1}, which say whom to ask; not why somebody was released. Offices see the units of their institutions; who holds the whole association sees the tree.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "bulk", "association", "institution", "member"})
@NullMarked
package org.yilianti.staff.responsibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
