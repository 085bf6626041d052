/**
 * Exceptions of single people from the limits of hours, runs and rest (M7): of protection, as in pregnancy or after illness, and of more
 * work, as agreed for a season.
 *
 * <p>Invariants. An exception has a period and a reason. One that asks more of the person than the policy asks of everybody is decided by a
 * second person, never by the person concerned, also by the database; the policy {@code personal-limits} may ask for that always or never. Of
 * one person and limit at most one exception stands on a day; what stands is free of contradictions with itself and the policy. Every step
 * is audited.
 *
 * <p>Decisions. Planner, publication and every later change ask through {@link org.yilianti.rotation.roster.LimitExceptions}, so an
 * exception holds everywhere or nowhere. One that protects counts from its first day for the whole month planned, one that asks more only
 * where it holds all month: in doubt for the person. Duties already published that a new exception forbids stay until a planner moves them.
 * No pregnancy is recorded: {@code consecutiveNights: 0} is the limit, and the reason is free text that only
 * the person and the home office see. Source of the limits worth an exception: labour law on night and overtime work from the seventh
 * month of pregnancy and while nursing.
 */
@ApplicationModule(allowedDependencies = {"directory", "notification", "roster"})
@NullMarked
package org.yilianti.rotation.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
