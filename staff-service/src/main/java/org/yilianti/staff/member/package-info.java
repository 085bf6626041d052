/**
 * The people of an association and their appointments (R3).
 *
 * <p>Invariants: one record per person: staff number and national id are unique in the association. A person has at most one
 * main appointment on any day, and working time within the limit. Appointments are bitemporal and never overwritten. The member is
 * the aggregate: whatever changes the person or an appointment locks the member's row first and raises its version, and the
 * event {@code staff.member-changed.v1} carries all appointments believed then.
 *
 * <p>What was recorded ahead is announced once more on its day ({@code staff.appointment-took-effect.v1}). A person who was registered twice
 * becomes one record: the other is kept with the trace of who merged it why, features hand over their records
 * ({@link org.yilianti.staff.member.MergedRecords}), and {@code knownAt} still tells what was believed of either before.
 *
 * <p>Who sees a member: offices of institutions with a present or coming appointment; before the first appointment the office that
 * registered the person; the person; everybody who holds the whole association. See {@link org.yilianti.staff.member.Sight}.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "bulk", "agenda", "association", "institution"})
@NullMarked
package org.yilianti.staff.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
