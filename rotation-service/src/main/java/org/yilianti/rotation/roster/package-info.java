/**
 * Duties and their life after publication (M7, M9): who has which duty, what the rules say of a change, and the change itself.
 *
 * <p>Invariants. A published duty was lawful when it was published and loses its person when it no longer is, in the transaction that
 * learns of it ({@link org.yilianti.rotation.roster.DutyReleaseManagement}). Every other change goes through one door,
 * {@link org.yilianti.rotation.roster.Handovers}: it locks plan, people and duties in that order, looks at the rules again under these locks
 * and takes all parts of a change or none. Of two who change one duty at once, one wins and the other is told.
 *
 * <p>Decisions. A person's duties of all plans and sites are one row to the rules ({@link org.yilianti.rotation.roster.MemberRoster}): hours, rest
 * and runs count whoever planned them. Days are judged in a window of whole weeks around the change, wide enough for every limit of
 * days in a row. A change is refused for what it breaks, not for what was broken before. A duty has a version, which counts its changes.
 * Limits of a calendar month are judged by that month's duties of all sites; limits of single people come through
 * {@link org.yilianti.rotation.roster.LimitExceptions}, which the package limit implements, because it compares them with the policy that lies here.
 */
@ApplicationModule(
        allowedDependencies = {"directory", "demand", "agreement", "practice", "leave", "notification", "solver"})
@NullMarked
package org.yilianti.rotation.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
