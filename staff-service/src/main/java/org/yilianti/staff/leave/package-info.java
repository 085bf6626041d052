/**
 * Leave of absence: months for a birth, an illness, studies; the posts are kept meanwhile (R3).
 *
 * <p>Invariants: on any day one leave at most is believed of a person. Leave is bitemporal and never overwritten: a correction or an
 * earlier return is the next revision, and {@code knownAt} still tells what was believed before. Whoever writes locks the member first.
 *
 * <p>Each revision is one state event {@code staff.leave-changed.v1} with the days, from which others keep the person off their rosters,
 * coming days included. What was recorded ahead is told once more on its day ({@code staff.leave-took-effect.v1}). Neither says why
 * somebody is away: the kind is for the offices that see the person, and for the person.
 *
 * <p>Decision: days off that a roster grants belong to rotation-service; this is what the personnel file has.
 */
@ApplicationModule(allowedDependencies = {"entry", "bulk", "agenda", "association", "institution", "member"})
@NullMarked
package org.yilianti.staff.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
